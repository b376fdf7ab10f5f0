namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A word, and how many have it.</summary>
public sealed record Tallied(string Word, int Count);
