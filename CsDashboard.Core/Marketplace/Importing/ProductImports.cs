using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// Imports products from files: a row for each variant, new products and changes of known ones alike. A file is stored and looked at, its
/// columns are matched, and its rows are worked off in the background, a few hundred to a transaction. Products with an error in any of
/// their rows are left out; a file that comes again changes nothing. An empty cell says nothing of what a product must have, and of the
/// rest that there is none.
/// </summary>
public sealed partial class ProductImports(Store store, IFileStore files, ILogger<ProductImports> log)
{
    public const long MaxFile = 100 * 1_048_576;
    private const int Batch = 500;

    /// <summary>
    /// Stores a file and looks through it. Admins. TooLarge beyond 100 MB; Invalid (file) for anything that isn't a CSV file in UTF-8 with
    /// headings and rows, of which nothing is kept.
    /// </summary>
    public async Task<ProductImportView> Upload(Actor actor, string? fileName, Stream content, CancellationToken cancellation = default)
    {
        actor.Demand(MarketRights.Manage);
        var measured = new MeasuredFile(content, MaxFile);
        return await files.Keep(
            actor.TenantId,
            measured,
            async key =>
            {
                var found = await LookThrough(actor, key, cancellation);
                var import = new ProductImport
                {
                    FileName = FileKinds.ShownName(fileName ?? "") is { Length: > 0 } name ? name : "products.csv",
                    FileKey = key,
                    Bytes = measured.Bytes,
                    By = actor.Name,
                    ById = actor.UserId,
                    CreatedAt = actor.Now,
                };
                import.Reshape(new ImportShape(null, null), found);
                return await store.Write(
                    actor,
                    db =>
                    {
                        db.ProductImports.Add(import);
                        return Task.FromResult(ProductImportView.Of(import));
                    },
                    cancellation
                );
            },
            cancellation
        );
    }

    /// <summary>The newest twenty.</summary>
    public async Task<IReadOnlyList<ProductImportView>> List(Actor actor)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        return [.. (await db.ProductImports.OrderByDescending(i => i.CreatedAt).Take(20).ToListAsync()).Select(ProductImportView.Of)];
    }

    /// <summary>NotFound.</summary>
    public async Task<ProductImportView> Get(Actor actor, Guid importId) => ProductImportView.Of(await Loaded(actor, importId));

    /// <summary>
    /// Begins to work the rows off; one that was stopped or failed goes on, with the columns it began with. Invalid (columns). Safe to
    /// repeat: what runs or is done is left alone.
    /// </summary>
    public async Task<ProductImportView> Begin(Actor actor, Guid importId, ProductColumns? columns = null)
    {
        actor.Demand(MarketRights.Manage);
        var view = await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.FileKey is null)
                    throw Refusal.NotFound(Words.Of("Import_FileGone"));
                if (import.Handled == 0 && columns is not null)
                    import.ColumnText = columns.Text;
                ProductColumns.Read(import.ColumnText).Checked();
                if (import.Begin(actor.Now))
                {
                    db.Record(new ProductImportBegun(importId, import.FileName, import.Rows));
                    Tell(db, importId);
                }
                return ProductImportView.Of(import);
            }
        );
        Asked.Release();
        return view;
    }

    /// <summary>Asks to stop before the next batch; what is done stays. Safe to repeat.</summary>
    public Task Stop(Actor actor, Guid importId)
    {
        actor.Demand(MarketRights.Manage);
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
    /// Takes an import back as a whole: products that it made go, and those that it changed become what they were; but whatever somebody
    /// has changed, ordered or reviewed since stays as it is. Conflict while it runs. Safe to repeat.
    /// </summary>
    public async Task Undo(Actor actor, Guid importId)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.State is ImportState.Waiting or ImportState.Running)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                if (!import.Undo())
                    return;
                db.Record(new ProductImportUndoBegun(importId, import.FileName, import.Added, import.Changed));
                Tell(db, importId);
            }
        );
        Asked.Release();
    }

    /// <summary>Removes an unwanted file; one whose import has begun keeps its line in the list. Conflict while it runs.</summary>
    public async Task Discard(Actor actor, Guid importId)
    {
        actor.Demand(MarketRights.Manage);
        var key = await store.Write(
            actor,
            async db =>
            {
                var import = await Find(db, importId);
                if (import.IsUnderWay)
                    throw Refusal.Conflict(Words.Of("Import_Running"), "import_running");
                var key = import.FileKey;
                if (import.State == ImportState.Ready)
                    db.ProductImports.Remove(import);
                import.FileKey = null;
                return key;
            }
        );
        if (key is not null)
            await files.Delete(actor.TenantId, key);
    }

    /// <summary>Files older than a week go.</summary>
    public async Task RemoveOldFiles(Actor company)
    {
        var before = company.Now - TimeSpan.FromDays(7);
        var keys = await store.Write(
            company,
            async db =>
            {
                var old = (await db.ProductImports.Where(i => i.FileKey != null && i.CreatedAt < before).Take(100).ToListAsync())
                    .Where(i => !i.IsUnderWay)
                    .ToList();
                var gone = old.ConvertAll(i => i.FileKey!);
                foreach (var import in old)
                    if (import.State == ImportState.Ready)
                        db.ProductImports.Remove(import);
                    else
                        import.FileKey = null;
                return gone;
            }
        );
        foreach (var key in keys)
            await files.Delete(company.TenantId, key);
    }

    /// <summary>Rings when there is work; see <see cref="ProductImportWork"/>.</summary>
    internal SemaphoreSlim Asked { get; } = new(0);

    private async Task<ProductImport> Loaded(Actor actor, Guid importId)
    {
        actor.Demand(MarketRights.Manage);
        await using var db = store.Open(actor);
        return await Find(db, importId);
    }

    private async Task<Stream> Open(Actor actor, string? key) =>
        (key is null ? null : await files.Get(actor.TenantId, key)) ?? throw Refusal.NotFound(Words.Of("Import_FileGone"));

    private static async Task<ProductImport> Find(AppDb db, Guid id) =>
        await db.ProductImports.SingleOrDefaultAsync(i => i.Id == id) ?? throw Refusal.NotFound();

    private static void Tell(AppDb db, Guid importId)
    {
        db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, importId));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }
}
