namespace CsDashboard.Marketplace.Importing;

/// <summary>What a file holds.</summary>
internal sealed record ProductFind(bool HasHeadings, int Rows, ProductColumns Columns);
