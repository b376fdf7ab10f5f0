using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// Imports customers from files. Rows with errors are left out, rows of customers who already exist are skipped, so a repeat adds nothing;
/// taken back, the customers it made go, but those to whom anything has happened since (an account, a ticket, an order, a note, a change)
/// stay.
/// </summary>
public sealed partial class CustomerImports(Store store, IFileStore files, ILogger<CustomerImports> log)
    : ImportRuns<CustomerImport, ImportView>(store, files, log)
{
    public const long MaxFile = 200 * 1_048_576;
    private const int ShownRows = 5,
        ShownLines = 20,
        ShownFaults = 50,
        ShownKept = 100;

    protected override Right Right => CustomerRights.Import;
    protected override long MostBytes => MaxFile;
    protected override string UsualName => "customers.csv";

    protected override ImportView ViewOf(CustomerImport run) => new(run);

    protected override void Demand(string columns) => ImportColumns.Read(columns).Checked();

    protected override (string Columns, bool HasHeadings) Guess(ImportShape shape, IReadOnlyList<string> first)
    {
        var (columns, hasHeadings) = shape.Guess(first);
        return (columns.Text, hasHeadings);
    }

    protected override IEvent Begun(CustomerImport run) => new CustomerImportBegun(run.Id, run.FileName, run.Rows);

    protected override IEvent Ended(CustomerImport run) => new CustomerImportEnded(run.Id, run.FileName, run.State, run.Tally);

    protected override IEvent UndoBegun(CustomerImport run) => new CustomerImportUndoBegun(run.Id, run.FileName, run.Added);

    protected override IEvent Undone(CustomerImport run) => new CustomerImportUndone(run.Id, run.FileName, run.Removed, run.Kept);

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
        return await Store.Write(
            actor,
            async db =>
            {
                var now = await Find(db, importId);
                if (!now.MayReshape)
                    throw Refusal.Conflict(Words.Of("Import_Begun"), "import_begun");
                now.Reshape(shape, found);
                Tell(db, importId);
                return ViewOf(now);
            },
            cancellation
        );
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
            await using var db = Store.Open(actor);
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
    public Task<ImportView> Begin(Actor actor, Guid importId, ImportColumns? columns = null) => Start(actor, importId, columns?.Text);

    /// <summary>Customers that an import made and that are still there, the first hundred: after it was undone, those who stayed.</summary>
    public async Task<IReadOnlyList<CustomerRow>> Remaining(Actor actor, Guid importId)
    {
        actor.Demand(CustomerRights.Import);
        await using var db = Store.Open(actor);
        return await db
            .Customers.Where(c => c.ImportId == importId)
            .OrderBy(c => c.Number)
            .Take(ShownKept)
            .Select(c => new CustomerRow(c.Id, c.PublicId, c.Name, c.Email))
            .ToListAsync();
    }

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

    private async Task<string?> CountryOf(Actor actor)
    {
        await using var db = Store.Open(actor);
        return await Tenants.CountryOf(db);
    }
}
