using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>The membership tiers that customers have bought.</summary>
public sealed class Accesses(Store store)
{
    private const int AtOnce = 200,
        Shown = 100;

    /// <summary>The newest hundred, what runs first: staff anybody's, customers their own.</summary>
    public async Task<IReadOnlyList<AccessView>> List(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, MarketRights.See);
        await using var db = store.Open(actor);
        return await db
            .AccessGrants.Where(g => g.CustomerId == customerId)
            .OrderBy(g => g.EndedAt != null)
            .ThenByDescending(g => g.Until)
            .ThenByDescending(g => g.Id)
            .Take(Shown)
            .Join(db.Orders, g => g.OrderId, o => o.Id, (g, o) => new { Grant = g, o.Number })
            .Join(
                db.Products,
                x => x.Grant.ProductId,
                p => p.Id,
                (x, p) =>
                    new AccessView
                    {
                        Id = x.Grant.Id,
                        Tier = x.Grant.Tier,
                        From = x.Grant.From,
                        Until = x.Grant.Until,
                        EndedAt = x.Grant.EndedAt,
                        IsTakenBack = x.Grant.IsTakenBack,
                        OrderNumber = x.Number,
                        Product = p.NameEn,
                        ProductAr = p.NameAr,
                        ProductSlug = p.Slug,
                    }
            )
            .ToListAsync();
    }

    /// <summary>Ends those whose time is over; for the schedule.</summary>
    internal async Task EndDue(Actor company)
    {
        while (
            await store.Write(
                company,
                async db =>
                {
                    var due = await db
                        .AccessGrants.Where(g => g.EndedAt == null && g.Until <= company.Now)
                        .OrderBy(g => g.Until)
                        .Take(AtOnce)
                        .ToListAsync();
                    foreach (var of in due.GroupBy(g => g.CustomerId))
                        await End(db, of.Key, [.. of], takenBack: false);
                    return due.Count == AtOnce;
                }
            )
        ) { }
    }

    /// <summary>Inside a write: the line is paid. A second time changes nothing.</summary>
    internal static async Task Begin(AppDb db, Order order, OrderLine line, (Guid ProductId, string Tier, int Days) bought)
    {
        var customer = await db.Customers.SingleAsync(c => c.Id == order.CustomerId);
        var running = await Running(db, customer.Id);
        var without = Without(customer, running);
        var grant = AccessGrant.Of(order, line, new(bought.ProductId, bought.Tier, bought.Days, without), running, db.Actor.Now);
        db.AccessGrants.Add(grant);
        CustomerRecords.MoveToTier(db, customer, AccessGrant.Best(without, [.. running, grant]));
        db.Record(new AccessBegan(grant.Id, customer.Id, customer.Name, grant.Tier, grant.Until, order.Number));
    }

    /// <summary>Inside a write: they are over, or went back.</summary>
    internal static async Task End(AppDb db, Guid customerId, IReadOnlyList<AccessGrant> grants, bool takenBack)
    {
        var customer = await db.Customers.SingleAsync(c => c.Id == customerId);
        var running = await Running(db, customerId);
        var without = Without(customer, running);
        var (now, left) = (db.Actor.Now, running.Except(grants).ToList());
        foreach (var grant in grants)
        {
            grant.End(now, takenBack);
            var unused = grant.Until - (grant.From > now ? grant.From : now);
            if (unused > TimeSpan.Zero)
                foreach (var later in left.Where(g => g.Tier == grant.Tier && g.From >= grant.Until))
                    later.MoveUp(unused);
        }
        CustomerRecords.MoveToTier(db, customer, AccessGrant.Best(without, left));
        foreach (var grant in grants)
            db.Record(new AccessEnded(grant.Id, customerId, customer.Name, grant.Tier, takenBack, customer.MembershipTier));
    }

    /// <summary>Inside a write: the customer got what another record had bought, and has at least that tier.</summary>
    internal static async Task Honour(AppDb db, Guid customerId)
    {
        var customer = await db.Customers.SingleAsync(c => c.Id == customerId);
        CustomerRecords.MoveToTier(db, customer, AccessGrant.Best(customer.MembershipTier, await Running(db, customerId)));
    }

    private static Task<List<AccessGrant>> Running(AppDb db, Guid customerId) =>
        db.AccessGrants.Where(g => g.CustomerId == customerId && g.EndedAt == null).OrderBy(g => g.From).ToListAsync();

    // A tier that is not what its purchases made it was given by hand since; that is what the customer has without them from now on.
    private static string Without(Customer customer, List<AccessGrant> running)
    {
        if (running.Count == 0 || customer.MembershipTier != AccessGrant.Best(running[0].Base, running))
            foreach (var grant in running)
                grant.Base = customer.MembershipTier;
        return running.Count == 0 ? customer.MembershipTier : running[0].Base;
    }
}
