namespace CsDashboard.Bots;

/// <summary>A feed that can't be read, after all retries; its message is for the admin.</summary>
public sealed class FeedFault(string message, Exception? inner = null) : Exception(message, inner);
