namespace CsDashboard.Customers.Importing;

/// <summary>What a file holds when it is read in a shape.</summary>
internal sealed record ImportFind(bool HasHeadings, int Rows, string Columns);
