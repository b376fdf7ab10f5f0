using CsDashboard.Customers.Importing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// Imports products from files: a row for each variant, new products and changes of known ones alike. Products with an error in any of
/// their rows are left out; a file that comes again changes nothing. An empty cell says nothing of what a product must have, and of the
/// rest that there is none. Taken back, products that it made go, and those that it changed become what they were; but whatever somebody
/// has changed, ordered or reviewed since stays as it is.
/// </summary>
public sealed partial class ProductImports(Store store, IFileStore files, ILogger<ProductImports> log)
    : ImportRuns<ProductImport, ProductImportView>(store, files, log)
{
    public const long MaxFile = 100 * 1_048_576;

    protected override Right Right => MarketRights.Manage;
    protected override long MostBytes => MaxFile;
    protected override string UsualName => "products.csv";

    protected override ProductImportView ViewOf(ProductImport run) => new(run);

    protected override void Demand(string columns) => ProductColumns.Read(columns).Checked();

    protected override (string Columns, bool HasHeadings) Guess(ImportShape shape, IReadOnlyList<string> first) =>
        (ProductColumns.Guess(first).Text, true);

    protected override IEvent Begun(ProductImport run) => new ProductImportBegun(run.Id, run.FileName, run.Rows);

    protected override IEvent Ended(ProductImport run) => new ProductImportEnded(run.Id, run.FileName, run.State, run.Tally, run.Changed);

    protected override IEvent UndoBegun(ProductImport run) => new ProductImportUndoBegun(run.Id, run.FileName, run.Added, run.Changed);

    protected override IEvent Undone(ProductImport run) => new ProductImportUndone(run.Id, run.FileName, run.Removed, run.Kept);

    /// <summary>
    /// Begins to work the rows off; one that was stopped or failed goes on, with the columns it began with. Invalid (columns). Safe to
    /// repeat: what runs or is done is left alone.
    /// </summary>
    public Task<ProductImportView> Begin(Actor actor, Guid importId, ProductColumns? columns = null) =>
        Start(actor, importId, columns?.Text);

    private protected override void Tell(AppDb db, Guid importId)
    {
        base.Tell(db, importId);
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
    }
}
