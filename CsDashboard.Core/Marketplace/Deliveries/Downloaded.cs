namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A file on its way to its buyer. Dispose the stream.</summary>
public sealed record Downloaded(string Name, string ContentType, Stream Content);
