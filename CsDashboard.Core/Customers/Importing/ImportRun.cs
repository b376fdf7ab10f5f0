using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Importing;

/// <summary>A file that is imported, and how far its rows have come. The file is kept for a week, for its errors to be read.</summary>
public abstract class ImportRun : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public string FileName { get; private set; } = "";

    /// <summary>Where the file lies in the store; null once it is gone.</summary>
    public string? FileKey { get; set; }
    public long Bytes { get; private set; }

    /// <summary>
    /// The sign between its cells, and the line of its headings (0: it has none), as somebody chose them; null for as they are recognised.
    /// </summary>
    public string? Separator { get; private set; }
    public int? HeadingLine { get; private set; }
    public bool HasHeadings { get; private set; }

    /// <summary>Rows of the file, without its headings.</summary>
    public int Rows { get; private set; }

    /// <summary>Which column holds what, as the columns of its kind have it.</summary>
    public string ColumnText { get; set; } = "";
    public ImportState State { get; private set; }

    /// <summary>Somebody asked to stop; heard before the next batch.</summary>
    public bool StopAsked { get; private set; }
    public string? Why { get; private set; }
    public string By { get; private set; } = "";
    public Guid? ById { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? BegunAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Rows dealt with so far, where a new process goes on.</summary>
    public int Handled { get; private set; }
    public int Added { get; private set; }

    /// <summary>Rows that were there already, and changed nothing.</summary>
    public int Skipped { get; private set; }

    /// <summary>Rows with an error.</summary>
    public int Failed { get; private set; }

    /// <summary>Things that undoing took away, and those it left since something had happened to them.</summary>
    public int Removed { get; private set; }
    public int Kept { get; private set; }

    /// <summary>The number of the thing up to which undoing has come.</summary>
    public long UndoneTo { get; private set; }

    public bool IsUnderWay => State.IsUnderWay;
    public bool MayUndo => Done > 0 && State is ImportState.Done or ImportState.Cancelled or ImportState.Failed;

    /// <summary>Rows that undoing has something to take back of.</summary>
    protected virtual int Done => Added;

    /// <summary>None of its rows is dealt with yet.</summary>
    internal bool MayReshape => Handled == 0 && State is ImportState.Ready or ImportState.Cancelled or ImportState.Failed;

    internal ImportShape Shape => new(Separator?[0], HeadingLine);

    /// <summary>Its file was stored.</summary>
    internal void Come(string fileName, string key, long bytes, Actor by) =>
        (FileName, FileKey, Bytes, By, ById, CreatedAt) = (fileName, key, bytes, by.Name, by.UserId, by.Now);

    /// <summary>What was found in the file, read in this shape.</summary>
    internal void Reshape(ImportShape shape, ImportFind found) =>
        (Separator, HeadingLine, HasHeadings, Rows, ColumnText) = (
            shape.Separator?.ToString(),
            shape.HeadingLine,
            found.HasHeadings,
            found.Rows,
            found.Columns
        );

    /// <summary>False when it had begun before. One that was cancelled or failed goes on where it stopped.</summary>
    public bool Begin(DateTimeOffset now)
    {
        if (State is not (ImportState.Ready or ImportState.Cancelled or ImportState.Failed))
            return false;
        (State, StopAsked, Why, BegunAt, EndedAt) = (ImportState.Waiting, false, null, BegunAt ?? now, null);
        return true;
    }

    public void Run()
    {
        if (State == ImportState.Waiting)
            State = ImportState.Running;
    }

    public bool Stop()
    {
        if (State is not (ImportState.Waiting or ImportState.Running) || StopAsked)
            return false;
        return StopAsked = true;
    }

    /// <summary>Others are rows that became something else than these three.</summary>
    public void Count(int added, int skipped, int failed, int others = 0) =>
        (Handled, Added, Skipped, Failed) = (
            Handled + added + skipped + failed + others,
            Added + added,
            Skipped + skipped,
            Failed + failed
        );

    public void End(ImportState state, DateTimeOffset now, string? why = null) => (State, EndedAt, Why) = (state, now, why);

    public bool Undo()
    {
        if (!MayUndo)
            return false;
        (State, EndedAt) = (ImportState.Undoing, null);
        return true;
    }

    public void CountUndone(int removed, int kept, long to) => (Removed, Kept, UndoneTo) = (Removed + removed, Kept + kept, to);

    internal ImportTally Tally => new(Rows, Added, Skipped, Failed);
}
