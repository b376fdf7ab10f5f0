namespace CsDashboard.Marketplace.Deliveries;

/// <summary>A file with the word under which it is downloaded; without one it can't be any more.</summary>
public sealed record GivenFile(string Name, long Size, string? Word);
