using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// Imports customers from files. A file is stored and looked at, its columns are matched, and then its rows are added in the
/// background, a few hundred to a transaction: a page that is closed or a process that ends changes nothing but the time
/// it takes. Rows with errors are left out, rows of customers who already exist are skipped, so a repeat adds nothing.
/// </summary>
public sealed partial class CustomerImports(Store store, IFileStore files, ILogger<CustomerImports> log)
{
    public const long MaxFile = 200 * 1_048_576;
    private const int Batch = 500,
        ShownRows = 5,
        ShownLines = 20,
        ShownFaults = 50,
        ShownKept = 100;

    /// <summary>
    /// Stores a file and looks through it. TooLarge beyond 200 MB; Invalid (file) for anything that isn't a CSV file in UTF-8 or has no
    /// rows, of which nothing is kept. Progress is told in bytes.
    /// </summary>
    public async Task<ImportView> Upload(
        Actor actor,
        string? fileName,
        Stream content,
        Action<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(CustomerRights.Import);
        var measured = new Measured(content, progress);
        return await files.Keep(
            actor.TenantId,
            measured,
            async key =>
            {
                var shape = new ImportShape(null, null);
                var found = await LookThrough(actor, key, shape, cancellation);
                var import = new CustomerImport
                {
                    FileName = FileKinds.ShownName(fileName ?? "") is { Length: > 0 } name ? name : "customers.csv",
                    FileKey = key,
                    Bytes = measured.Bytes,
                    By = actor.Name,
                    ById = actor.UserId,
                    CreatedAt = actor.Now,
                };
                import.Reshape(shape, found);
                return await store.Write(
                    actor,
                    db =>
                    {
                        db.CustomerImports.Add(import);
                        return Task.FromResult(ViewOf(import));
                    },
                    cancellation
                );
            },
            cancellation
        );
    }

    /// <summary>
    /// Reads the file in another shape, where what was recognised is wrong: its columns are guessed anew, and the rows are added as it
    /// says. Invalid (separator, headingLine, file) for what the file can't be read by, which leaves it as it was; Conflict once rows were
    /// begun.
    /// </summary>
    public async Task<ImportView> Reshape(Actor actor, Guid importId, ImportShape shape, CancellationToken cancellation = default)
    {
        var import = await Loaded(actor, importId);
        shape.Checked();
        var found = await LookThrough(actor, import.FileKey, shape, cancellation);
        return await store.Write(
            actor,
            async db =>
            {
                var now = await Find(db, importId);
                if (!now.MayReshape)
                    throw Refusal.Conflict(Words.Of("Import_Begun"), "import_begun");
                now.Reshape(shape, found);
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, importId));
                return ViewOf(now);
            },
            cancellation
        );
    }

    /// <summary>The newest twenty.</summary>
    public async Task<IReadOnlyList<ImportView>> List(Actor actor)
    {
        actor.Demand(CustomerRights.Import);
        await using var db = store.Open(actor);
        return [.. (await db.CustomerImports.OrderByDescending(i => i.CreatedAt).Take(20).ToListAsync()).Select(ViewOf)];
    }

    public async Task<ImportView> Get(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        await using var db = store.Open(actor);
        return ViewOf(await Find(db, importId));
    }

    /// <summary>The columns of the file and its first rows. NotFound once the file is gone.</summary>
    public async Task<ImportHead> Head(Actor actor, Guid importId)
    {
        var import = await Loaded(actor, importId);
        char separator;
        await using (var file = await Open(actor, import.FileKey))
            separator = await CsvFile.SeparatorOf(file);
        var rows = await First(actor, import.FileKey, import.Shape, ShownRows + 1);
        var recognised =
            (await First(actor, import.FileKey, import.Shape with { HeadingLine = null }, 1)) is [var first]
            && ImportColumns.Guess(first.Cells).HasHeadings
                ? first.Line
                : 0;
        var columns = ImportColumns.Read(import.ColumnText);
        string Heading(int i) =>
            import.HasHeadings && i < rows[0].Cells.Length && rows[0].Cells[i].Trim() is { Length: > 0 } named
                ? named
                : Words.Of("Import_Column", i + 1);
        return new ImportHead(
            [.. columns.Fields.Select((_, i) => Heading(i))],
            columns,
            [.. rows.Skip(import.HasHeadings ? 1 : 0).Take(ShownRows)],
            import.Shape,
            new(separator, recognised),
            await First(actor, import.FileKey, import.Shape with { HeadingLine = 1 }, ShownLines)
        );
    }

    /// <summary>
    /// Reads all rows as these columns say and writes nothing. Invalid (columns) as
    /// <see cref="CsDashboard.Customers.Importing.ImportColumns.Checked"/> says. Progress is told in rows.
    /// </summary>
    public async Task<ImportCheck> Check(
        Actor actor,
        Guid importId,
        ImportColumns columns,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var import = await Loaded(actor, importId);
        columns.Checked();
        var (good, known, faulty, partial, faults, batch) = (0, 0, 0, 0, new List<ImportLine>(), new List<Customer>(Batch));
        await foreach (var line in Lines(actor, import, columns, 0, cancellation))
        {
            if (line.Faults.Count > 0 && faults.Count < ShownFaults)
                faults.Add(line);
            if (line.Customer is { } customer)
                batch.Add(customer);
            else
                faulty++;
            if (line is { Customer: not null, Faults.Count: > 0 })
                partial++;
            if (batch.Count == Batch)
                await Count();
        }
        await Count();
        return new ImportCheck(good, known, faulty, partial, faults);

        async Task Count()
        {
            if (batch.Count == 0)
                return;
            await using var db = store.Open(actor);
            var fresh = (await New(db, batch)).Count;
            (good, known) = (good + fresh, known + batch.Count - fresh);
            batch.Clear();
            progress?.Report(good + known + faulty);
        }
    }

    /// <summary>Every row with something wrong, one after another, in the caller's language. NotFound once the file is gone.</summary>
    public async IAsyncEnumerable<ImportLine> Faults(
        Actor actor,
        Guid importId,
        ImportColumns? columns = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var import = await Loaded(actor, importId);
        await foreach (var line in Lines(actor, import, (columns ?? ImportColumns.Read(import.ColumnText)).Checked(), 0, cancellation))
            if (line.Faults.Count > 0)
                yield return line;
    }

    /// <summary>
    /// Begins to add the rows; one that was stopped or failed goes on, with the columns it began with. Invalid (columns) as
    /// <see cref="CsDashboard.Customers.Importing.ImportColumns.Checked"/> says. Safe to repeat: what runs or is done is left alone.
    /// </summary>
    public async Task<ImportView> Begin(Actor actor, Guid importId, ImportColumns? columns = null)
    {
        actor.Demand(CustomerRights.Import);
        var view = await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.FileKey is null)
                    throw Refusal.NotFound(Words.Of("Import_FileGone"));
                if (import.Handled == 0 && columns is not null)
                    import.ColumnText = columns.Text;
                ImportColumns.Read(import.ColumnText).Checked();
                if (import.Begin(actor.Now))
                {
                    db.Record(new CustomerImportBegun(importId, import.FileName, import.Rows));
                    db.AnnounceAfterCommit(Topic.Of(actor.TenantId, importId));
                }
                return ViewOf(import);
            }
        );
        Asked.Release();
        return view;
    }

    /// <summary>Asks to stop before the next batch; what is added stays. Safe to repeat.</summary>
    public Task Stop(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        return store.Write(
            actor,
            async db =>
            {
                if ((await Find(db, importId)).Stop())
                    db.AnnounceAfterCommit(Topic.Of(actor.TenantId, importId));
            }
        );
    }

    /// <summary>
    /// Takes an import back as a whole: the customers it made go, but those to whom anything has happened since (an account,
    /// a ticket, an order, a note, a change) stay. Conflict while it runs. Safe to repeat.
    /// </summary>
    public async Task Undo(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.State is ImportState.Waiting or ImportState.Running)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                if (!import.Undo())
                    return;
                db.Record(new CustomerImportUndoBegun(importId, import.FileName, import.Added));
                db.AnnounceAfterCommit(Topic.Of(actor.TenantId, importId));
            }
        );
        Asked.Release();
    }

    /// <summary>Removes an unwanted file; one whose import has begun keeps its line in the list. Conflict while it runs.</summary>
    public async Task Discard(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        var key = await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.IsUnderWay)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                var key = import.FileKey;
                if (import.State == ImportState.Ready)
                    db.CustomerImports.Remove(import);
                import.FileKey = null;
                return key;
            }
        );
        if (key is not null)
            await files.Delete(actor.TenantId, key);
    }

    /// <summary>Customers that an import made and that are still there, the first hundred: after it was undone, those who stayed.</summary>
    public async Task<IReadOnlyList<CustomerRow>> Remaining(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        await using var db = store.Open(actor);
        return await db
            .Customers.Where(c => c.ImportId == importId)
            .OrderBy(c => c.Number)
            .Take(ShownKept)
            .Select(c => new CustomerRow(c.Id, c.PublicId, c.Name, c.Email))
            .ToListAsync();
    }

    /// <summary>Files older than a week go: they hold addresses of people.</summary>
    public async Task RemoveOldFiles(Actor company)
    {
        var before = company.Now - TimeSpan.FromDays(7);
        var keys = await store.Write(
            company,
            async db =>
            {
                var old = (await db.CustomerImports.Where(i => i.FileKey != null && i.CreatedAt < before).Take(100).ToListAsync())
                    .Where(i => !i.IsUnderWay)
                    .ToList();
                var gone = old.ConvertAll(i => i.FileKey!);
                foreach (var import in old)
                    if (import.State == ImportState.Ready)
                        db.CustomerImports.Remove(import);
                    else
                        import.FileKey = null;
                return gone;
            }
        );
        foreach (var key in keys)
            await files.Delete(company.TenantId, key);
    }

    /// <summary>Rings when there is work; see <see cref="ImportWork"/>.</summary>
    internal SemaphoreSlim Asked { get; } = new(0);

    private async Task<CustomerImport> Loaded(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        await using var db = store.Open(actor);
        return await Find(db, importId);
    }

    private async Task<Stream> Open(Actor actor, string? key) =>
        (key is null ? null : await files.Get(actor.TenantId, key)) ?? throw Refusal.NotFound(Words.Of("Import_FileGone"));

    private async IAsyncEnumerable<ImportLine> Lines(
        Actor actor,
        CustomerImport import,
        ImportColumns columns,
        int after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var file = await Open(actor, import.FileKey);
        var (reader, skip) = (
            new ImportReader(columns, actor.Now, import.By, import.Id, await CountryOf(actor)),
            after + (import.HasHeadings ? 1 : 0)
        );
        await foreach (var row in import.Shape.Read(file, cancellation))
            if (skip-- <= 0)
                yield return reader.Read(row);
    }

    private async Task<List<CsvRow>> First(Actor actor, string? key, ImportShape shape, int atMost)
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

    private async Task<ImportFind> LookThrough(Actor actor, string? key, ImportShape shape, CancellationToken cancellation)
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
        var (columns, hasHeadings) = shape.Guess(first);
        if (hasHeadings && --rows == 0)
            throw Refusal.Invalid("file", Words.Of("Csv_OnlyHeadings"));
        return new(hasHeadings, rows, columns);
    }

    private async Task<string?> CountryOf(Actor actor)
    {
        await using var db = store.Open(actor);
        return await Tenants.CountryOf(db);
    }

    private static async Task<CustomerImport> Find(AppDb db, Guid id) =>
        await db.CustomerImports.SingleOrDefaultAsync(i => i.Id == id) ?? throw Refusal.NotFound();

    private static ImportView ViewOf(CustomerImport i) =>
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
            EndedAt = i.EndedAt,
            HasFile = i.FileKey is not null,
            Shape = i.Shape,
            HasHeadings = i.HasHeadings,
            Rows = i.Rows,
            Handled = i.Handled,
            Added = i.Added,
            Skipped = i.Skipped,
            Failed = i.Failed,
            Removed = i.Removed,
            Kept = i.Kept,
            MayUndo = i.MayUndo,
        };

    /// <summary>Counts what passes and refuses what is too much.</summary>
    private sealed class Measured(Stream inner, Action<long>? progress) : PassingStream
    {
        public long Bytes { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Bytes += read;
            progress?.Invoke(Bytes);
            return Bytes <= MaxFile
                ? read
                : throw Refusal.TooLarge("file", Words.Of("Import_TooLarge", (MaxFile / 1_048_576).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
