using System.Diagnostics.CodeAnalysis;
using CsDashboard.Customers.Importing;

namespace CsDashboard.Marketplace.Importing;

public sealed record ProductImportView : ImportRunView
{
    [SetsRequiredMembers]
    internal ProductImportView(ProductImport import)
        : base(import) => (Changed, Same, Undone) = (import.Changed, import.Skipped, import.Removed);

    public required int Changed { get; init; }
    public required int Same { get; init; }

    /// <summary>Products that undoing took away or made what they were.</summary>
    public required int Undone { get; init; }
}
