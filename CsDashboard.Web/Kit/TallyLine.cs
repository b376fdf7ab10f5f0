namespace CsDashboard.Web.Kit;

/// <summary>One kind and how many there are of it, with the address of exactly those where there is one.</summary>
public sealed record TallyLine(string Label, long Count, string? Href = null);
