using System.Diagnostics.CodeAnalysis;

namespace CsDashboard.Customers.Importing;

public sealed record ImportView : ImportRunView
{
    public ImportView() { }

    [SetsRequiredMembers]
    internal ImportView(CustomerImport import)
        : base(import)
    {
        (EndedAt, Shape, HasHeadings) = (import.EndedAt, import.Shape, import.HasHeadings);
        (Skipped, Removed) = (import.Skipped, import.Removed);
    }

    public required DateTimeOffset? EndedAt { get; init; }
    public required ImportShape Shape { get; init; }
    public required bool HasHeadings { get; init; }
    public required int Skipped { get; init; }
    public required int Removed { get; init; }
}
