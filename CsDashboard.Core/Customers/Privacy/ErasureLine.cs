namespace CsDashboard.Customers.Privacy;

/// <summary>One kind of data: how many rows there are, what may become of them, the usual first, and why.</summary>
public sealed record ErasureLine(string Kind, int Count, IReadOnlyList<ErasureAction> Fates, string Why);
