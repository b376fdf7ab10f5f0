using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Offers;

/// <summary>Offers that the customer took; what they saved is the company's figure.</summary>
internal sealed class OffersOfCustomers() : PersonalData("offers", ErasureAction.Erase, ErasureAction.Keep)
{
    private static IQueryable<OfferUse> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.OfferUses.Where(u => records.Contains(u.CustomerId));

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.OfferUses.Where(u => u.CustomerId == from), only, u => u.CustomerId, to);

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var (offers, currency) = (db.Offers, await Tenants.CurrencyOf(db));
        await foreach (
            var u in Of(db, records)
                .OrderBy(u => u.AppliedAt)
                .ThenBy(u => u.Id)
                .Select(u => new
                {
                    u.AppliedAt,
                    u.OrderNumber,
                    u.Savings,
                    Title = offers.Where(o => o.Id == u.OfferId).Select(o => o.Title).FirstOrDefault(),
                })
                .AsAsyncEnumerable()
        )
            yield return new ExportRow(
                ("At", u.AppliedAt),
                ("Title", u.Title),
                ("Number", u.OrderNumber),
                ("Savings", new Money(u.Savings, currency).ToString())
            );
    }

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());
}
