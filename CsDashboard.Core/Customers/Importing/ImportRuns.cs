using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// What imports of every kind do alike. A file is stored and looked at, its columns are matched, and then its rows are worked off in the
/// background, some hundred to a transaction: a page that is closed or a process that ends changes nothing but the time it takes. An
/// import can be stopped, goes on where it stopped, and is taken back as a whole. How that runs is in ImportRuns.Running.
/// </summary>
public abstract partial class ImportRuns<TRun, TView>(Store store, IFileStore files, ILogger log) : IWorkOnImports
    where TRun : ImportRun, new()
{
    private protected const int Batch = 500;

    private protected Store Store => store;

    /// <summary>Who may import.</summary>
    protected abstract Right Right { get; }
    protected abstract long MostBytes { get; }

    /// <summary>What a file is called that came without a name.</summary>
    protected abstract string UsualName { get; }
    protected abstract TView ViewOf(TRun run);

    /// <summary>What columns the first row means, and whether it is headings.</summary>
    protected abstract (string Columns, bool HasHeadings) Guess(ImportShape shape, IReadOnlyList<string> first);

    /// <summary>Invalid (columns).</summary>
    protected abstract void Demand(string columns);

    protected abstract IEvent Begun(TRun run);
    protected abstract IEvent Ended(TRun run);
    protected abstract IEvent UndoBegun(TRun run);
    protected abstract IEvent Undone(TRun run);

    /// <summary>
    /// Stores a file and looks through it. Admins. TooLarge beyond what is taken; Invalid (file) for anything that isn't a CSV file in
    /// UTF-8 or has no rows, of which nothing is kept. Progress is told in bytes.
    /// </summary>
    public async Task<TView> Upload(
        Actor actor,
        string? fileName,
        Stream content,
        Action<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(Right);
        var measured = new MeasuredFile(content, MostBytes, progress);
        return await files.Keep(
            actor.TenantId,
            measured,
            async key =>
            {
                var shape = new ImportShape(null, null);
                var found = await LookThrough(actor, key, shape, cancellation);
                var run = new TRun();
                run.Come(FileKinds.ShownName(fileName ?? "") is { Length: > 0 } name ? name : UsualName, key, measured.Bytes, actor);
                run.Reshape(shape, found);
                return await store.Write(
                    actor,
                    db =>
                    {
                        db.Add(run);
                        return Task.FromResult(ViewOf(run));
                    },
                    cancellation
                );
            },
            cancellation
        );
    }

    /// <summary>The newest twenty.</summary>
    public async Task<IReadOnlyList<TView>> List(Actor actor)
    {
        actor.Demand(Right);
        await using var db = store.Open(actor);
        return [.. (await db.Set<TRun>().OrderByDescending(i => i.CreatedAt).Take(20).ToListAsync()).Select(ViewOf)];
    }

    /// <summary>NotFound.</summary>
    public async Task<TView> Get(Actor actor, Guid importId) => ViewOf(await Loaded(actor, importId));

    /// <summary>
    /// Begins to work the rows off; one that was stopped or failed goes on, with the columns it began with. Invalid (columns). NotFound
    /// once the file is gone. Safe to repeat: what runs or is done is left alone.
    /// </summary>
    private protected async Task<TView> Start(Actor actor, Guid importId, string? columns)
    {
        actor.Demand(Right);
        var view = await store.Write(
            actor,
            async db =>
            {
                var run = await Find(db, importId);
                if (run.FileKey is null)
                    throw Refusal.NotFound(Words.Of("Import_FileGone"));
                if (run.Handled == 0 && columns is not null)
                    run.ColumnText = columns;
                Demand(run.ColumnText);
                if (run.Begin(actor.Now))
                {
                    db.Record(Begun(run));
                    Tell(db, importId);
                }
                return ViewOf(run);
            }
        );
        asked.Release();
        return view;
    }

    /// <summary>Asks to stop before the next batch; what is done stays. Safe to repeat.</summary>
    public Task Stop(Actor actor, Guid importId)
    {
        actor.Demand(Right);
        return store.Write(
            actor,
            async db =>
            {
                if ((await Find(db, importId)).Stop())
                    Tell(db, importId);
            }
        );
    }

    /// <summary>
    /// Takes an import back as a whole; but what anything has happened to since stays as it is. Conflict while it runs. Safe to repeat.
    /// </summary>
    public async Task Undo(Actor actor, Guid importId)
    {
        actor.Demand(Right);
        await store.Write(
            actor,
            async db =>
            {
                var run = await Find(db, importId);
                if (run.State is ImportState.Waiting or ImportState.Running)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                if (!run.Undo())
                    return;
                db.Record(UndoBegun(run));
                Tell(db, importId);
            }
        );
        asked.Release();
    }

    /// <summary>Removes an unwanted file; one whose import has begun keeps its line in the list. Conflict while it runs.</summary>
    public async Task Discard(Actor actor, Guid importId)
    {
        actor.Demand(Right);
        var key = await store.Write(
            actor,
            async db =>
            {
                var run = await Find(db, importId);
                if (run.IsUnderWay)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                var key = run.FileKey;
                Drop(db, run);
                return key;
            }
        );
        if (key is not null)
            await files.Delete(actor.TenantId, key);
    }

    /// <summary>Files older than a week go: they may hold addresses of people.</summary>
    public async Task RemoveOldFiles(Actor company)
    {
        var before = company.Now - TimeSpan.FromDays(7);
        var keys = await store.Write(
            company,
            async db =>
            {
                var old = (await db.Set<TRun>().Where(i => i.FileKey != null && i.CreatedAt < before).Take(100).ToListAsync())
                    .Where(i => !i.IsUnderWay)
                    .ToList();
                var gone = old.ConvertAll(i => i.FileKey!);
                old.ForEach(run => Drop(db, run));
                return gone;
            }
        );
        foreach (var key in keys)
            await files.Delete(company.TenantId, key);
    }

    // The row of one that had begun stays in the list, without its file.
    private static void Drop(AppDb db, TRun run)
    {
        if (run.State == ImportState.Ready)
            db.Remove(run);
        run.FileKey = null;
    }

    private protected async Task<TRun> Loaded(Actor actor, Guid importId)
    {
        actor.Demand(Right);
        await using var db = store.Open(actor);
        return await Find(db, importId);
    }

    private protected async Task<Stream> Open(Actor actor, string? key) =>
        (key is null ? null : await files.Get(actor.TenantId, key)) ?? throw Refusal.NotFound(Words.Of("Import_FileGone"));

    private protected async Task<List<CsvRow>> First(Actor actor, string? key, ImportShape shape, int atMost)
    {
        await using var file = await Open(actor, key);
        var rows = new List<CsvRow>();
        await foreach (var row in shape.Read(file))
        {
            rows.Add(row);
            if (rows.Count == atMost)
                break;
        }
        return rows;
    }

    private protected async Task<ImportFind> LookThrough(Actor actor, string? key, ImportShape shape, CancellationToken cancellation)
    {
        int rows = 0;
        string[]? first = null;
        await using (var file = await Open(actor, key))
            await foreach (var row in shape.Read(file, cancellation))
            {
                first ??= row.Cells;
                rows++;
            }
        if (first is null)
            throw Refusal.Invalid("file", Words.Of(shape.HeadingLine > 0 ? "Csv_OnlyHeadings" : "Csv_Empty"));
        var (columns, hasHeadings) = Guess(shape, first);
        if (hasHeadings && --rows == 0)
            throw Refusal.Invalid("file", Words.Of("Csv_OnlyHeadings"));
        return new(hasHeadings, rows, columns);
    }

    private protected static async Task<TRun> Find(AppDb db, Guid id) =>
        await db.Set<TRun>().SingleOrDefaultAsync(i => i.Id == id) ?? throw Refusal.NotFound();

    /// <summary>Who looks at the import hears that it has changed.</summary>
    private protected virtual void Tell(AppDb db, Guid importId) => db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, importId));
}
