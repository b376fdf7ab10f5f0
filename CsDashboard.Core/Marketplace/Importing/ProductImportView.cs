using CsDashboard.Customers.Importing;

namespace CsDashboard.Marketplace.Importing;

public sealed record ProductImportView
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required ImportState State { get; init; }
    public required bool StopAsked { get; init; }
    public required string? Why { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required bool HasFile { get; init; }
    public required int Rows { get; init; }
    public required int Handled { get; init; }
    public required int Added { get; init; }
    public required int Changed { get; init; }
    public required int Same { get; init; }
    public required int Failed { get; init; }

    /// <summary>Products that undoing took away or made what they were, and those it left.</summary>
    public required int Undone { get; init; }
    public required int Kept { get; init; }
    public required bool MayUndo { get; init; }

    public bool IsUnderWay => State.IsUnderWay;
    public bool MayBegin => HasFile && State is ImportState.Ready or ImportState.Cancelled or ImportState.Failed;

    internal static ProductImportView Of(ProductImport i) =>
        new()
        {
            Id = i.Id,
            FileName = i.FileName,
            Bytes = i.Bytes,
            State = i.State,
            StopAsked = i.StopAsked,
            Why = i.Why,
            By = i.By,
            CreatedAt = i.CreatedAt,
            HasFile = i.FileKey is not null,
            Rows = i.Rows,
            Handled = i.Handled,
            Added = i.Added,
            Changed = i.Changed,
            Same = i.Skipped,
            Failed = i.Failed,
            Undone = i.Removed,
            Kept = i.Kept,
            MayUndo = i.MayUndo,
        };
}
