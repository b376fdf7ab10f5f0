using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Marketplace.Importing;

public sealed record ProductImportBegun(Guid ImportId, string FileName, int Rows) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence => ("Event_ProductImportBegun", [FileName, Rows]);
    public object? After => new { FileName, Rows };
}

/// <summary>New products came with a file: those with numbers from First to Last. One event for each batch.</summary>
public sealed record ProductsImported(Guid ImportId, string FileName, int Added, int First, int Last) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence => ("Event_ProductsImported", [FileName, Added, First, Last]);
    public object? After =>
        new
        {
            Added,
            First,
            Last,
        };
}

public sealed record ProductImportEnded(Guid ImportId, string FileName, ImportState State, ImportTally Tally, int Changed) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence =>
        (
            State == ImportState.Done ? "Event_ProductImportDone"
            : State == ImportState.Cancelled ? "Event_ProductImportCancelled"
            : "Event_ProductImportFailed",
            [FileName, Tally.Added, Changed, Tally.Failed]
        );
    public object? After => Tally;
}

public sealed record ProductImportUndoBegun(Guid ImportId, string FileName, int Added, int Changed) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence => ("Event_ProductImportUndoBegun", [FileName]);
    public object? Before => new { Added, Changed };
}

/// <summary>Products that an import had made, and to which nothing had happened since, are gone again.</summary>
public sealed record ImportedProductsRemoved(Guid ImportId, string FileName, IReadOnlyList<int> Numbers) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence => ("Event_ImportedProductsRemoved", [FileName, Numbers.Count]);
    public object? Before => new { Products = Numbers.Count };
}

public sealed record ProductImportUndone(Guid ImportId, string FileName, int Removed, int Kept) : IEvent
{
    public Subject About => new("product_import", ImportId);
    public (string, object?[]) Sentence => ("Event_ProductImportUndone", [FileName, Removed, Kept]);
    public object? Before => new { Removed, Kept };
    public object? After => new { Kept };
}
