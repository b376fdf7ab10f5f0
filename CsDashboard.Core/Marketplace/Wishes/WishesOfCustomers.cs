using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Wishes;

/// <summary>What somebody put aside, compared and looked at.</summary>
internal sealed class WishesOfCustomers() : PersonalData("wishes", ErasureAction.Erase)
{
    public override async Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        await db.Wishes.CountAsync(w => records.Contains(w.CustomerId))
        + await db.Comparisons.CountAsync(c => records.Contains(c.CustomerId))
        + await db.Glances.CountAsync(g => records.Contains(g.CustomerId));

    // What both have stays where it is: each has a product, or a name, once.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var (wishes, sets, seen) = (
            db.Wishes.Where(w => w.CustomerId == to),
            db.Comparisons.Where(c => c.CustomerId == to),
            db.Glances.Where(g => g.CustomerId == to)
        );
        return
        [
            .. await Give(
                db.Wishes.Where(w => w.CustomerId == from && !wishes.Any(o => o.ProductId == w.ProductId)),
                only,
                w => w.CustomerId,
                to
            ),
            .. await Give(db.Comparisons.Where(c => c.CustomerId == from && !sets.Any(o => o.Name == c.Name)), only, c => c.CustomerId, to),
            .. await Give(
                db.Glances.Where(g => g.CustomerId == from && !seen.Any(o => o.ProductId == g.ProductId)),
                only,
                g => g.CustomerId,
                to
            ),
        ];
    }

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        await foreach (
            var row in Named(
                db,
                db.Wishes.Where(w => records.Contains(w.CustomerId)).Select(w => new Looked { ProductId = w.ProductId, At = w.AddedAt })
            )
        )
            yield return row;
        await foreach (var c in db.Comparisons.Where(c => records.Contains(c.CustomerId)).OrderBy(c => c.Number).AsAsyncEnumerable())
            yield return new ExportRow(("At", c.UpdatedAt), ("Name", c.Name), ("Products", c.ProductText));
        await foreach (
            var row in Named(
                db,
                db.Glances.Where(g => records.Contains(g.CustomerId)).Select(g => new Looked { ProductId = g.ProductId, At = g.At })
            )
        )
            yield return row;
    }

    private static IAsyncEnumerable<ExportRow> Named(AppDb db, IQueryable<Looked> looked) =>
        looked
            .Join(db.Products, l => l.ProductId, p => p.Id, (l, p) => new { l.At, p.NameEn })
            .OrderBy(l => l.At)
            .AsAsyncEnumerable()
            .Select(l => new ExportRow(("At", l.At), ("Products", l.NameEn)));

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
            await db.Wishes.Where(w => work.Records.Contains(w.CustomerId)).ExecuteDeleteAsync()
            + await db.Comparisons.Where(c => work.Records.Contains(c.CustomerId)).ExecuteDeleteAsync()
            + await db.Glances.Where(g => work.Records.Contains(g.CustomerId)).ExecuteDeleteAsync()
        );

    // By its members, which the database understands.
    private sealed record Looked
    {
        public required Guid ProductId { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
