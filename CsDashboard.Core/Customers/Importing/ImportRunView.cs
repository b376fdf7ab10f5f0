using System.Diagnostics.CodeAnalysis;

namespace CsDashboard.Customers.Importing;

/// <summary>How far an import has come, whatever it brings.</summary>
public abstract record ImportRunView
{
    protected ImportRunView() { }

    [SetsRequiredMembers]
    protected ImportRunView(ImportRun run)
    {
        (Id, FileName, Bytes, HasFile) = (run.Id, run.FileName, run.Bytes, run.FileKey is not null);
        (By, CreatedAt) = (run.By, run.CreatedAt);
        (State, StopAsked, Why, MayUndo) = (run.State, run.StopAsked, run.Why, run.MayUndo);
        (Rows, Handled, Added, Failed, Kept) = (run.Rows, run.Handled, run.Added, run.Failed, run.Kept);
    }

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
    public required int Failed { get; init; }

    /// <summary>What undoing left, since something had happened to it.</summary>
    public required int Kept { get; init; }
    public required bool MayUndo { get; init; }

    public bool IsUnderWay => State.IsUnderWay;
    public bool MayBegin => HasFile && State is ImportState.Ready or ImportState.Cancelled or ImportState.Failed;
}
