using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Carts;

/// <summary>What lies in a customer's cart.</summary>
internal sealed class CartsOfCustomers() : PersonalData("cart", ErasureAction.Erase)
{
    private static IQueryable<CartLine> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.CartLines.Where(l => l.CustomerId != null && records.Contains(l.CustomerId.Value));

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    // What lies in both carts stays in each: the other's own choice counts.
    public override async Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var there = db.CartLines.Where(l => l.OwnerId == to).Select(l => l.VariantId);
        var rows = db.CartLines.Where(l => l.OwnerId == from && !there.Contains(l.VariantId));
        if (only is not null)
            rows = rows.Where(l => only.Contains(l.Id));
        var ids = await rows.Select(l => l.Id).ToListAsync();
        await db
            .CartLines.Where(l => ids.Contains(l.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.OwnerId, to).SetProperty(l => l.CustomerId, (Guid?)to));
        return ids;
    }

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var (variants, products) = (db.ProductVariants, db.Products);
        await foreach (
            var line in Of(db, records)
                .OrderBy(l => l.AddedAt)
                .ThenBy(l => l.Id)
                .Select(l => new
                {
                    l.AddedAt,
                    l.Quantity,
                    Name = products
                        .Where(p => variants.Any(v => v.Id == l.VariantId && v.ProductId == p.Id))
                        .Select(p => p.NameEn)
                        .FirstOrDefault(),
                })
                .AsAsyncEnumerable()
        )
            yield return new ExportRow(("At", line.AddedAt), ("Name", line.Name), ("Quantity", line.Quantity));
    }

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());
}
