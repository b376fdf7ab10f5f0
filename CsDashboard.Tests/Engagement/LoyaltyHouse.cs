using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Engagement;

/// <summary>The words in which tests of points and rewards speak.</summary>
internal static class LoyaltyHouse
{
    extension(House house)
    {
        public Points Points => house.Get<Points>();
        public Rewards Rewards => house.Get<Rewards>();
        public EarningRules Rules => house.Get<EarningRules>();
        public Actor Shop => house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };

        /// <summary>
        /// Delivers what was recorded while the cast moved in and removes its points, so that a test only counts its own.
        /// </summary>
        public async Task Emptied()
        {
            await house.Drain();
            foreach (var (company, clock) in new[] { (house.Nour, house.Clock), (house.Other, house.Clock) })
                await house.Store.Write(
                    Actor.System(company, clock),
                    async db =>
                    {
                        await db.PointLots.ExecuteDeleteAsync();
                        await db.LoyaltyEntries.ExecuteDeleteAsync();
                        await db.LoyaltyAccounts.ExecuteDeleteAsync();
                    }
                );
        }

        public async Task Order(Actor customer, string number, decimal total, string status = "delivered", bool drain = true)
        {
            house.Clock.AdvanceMinutes(1);
            await house
                .Get<Orders>()
                .Record(
                    house.Shop with
                    {
                        TenantId = customer.TenantId,
                    },
                    customer.CustomerId!.Value,
                    new OrderInput
                    {
                        Number = number,
                        Status = status,
                        Total = total,
                        PlacedAt = house.Clock.Now(),
                    }
                );
            if (drain)
                await house.Drain();
        }

        public Task<PointsBalance> Give(Actor customer, long points, string reason = "For your patience") =>
            house.Points.Give(house.Karim, customer.CustomerId!.Value, new PointsInput { Points = points, Reason = reason });

        public Task<PointsBalance> Redeem(Actor customer, decimal points, string what = "voucher") =>
            house.Points.Redeem(customer, customer.CustomerId!.Value, points, what);

        public Task<LoyaltyView> Of(Actor customer) => house.Points.Of(customer, customer.CustomerId!.Value);

        public async Task<IReadOnlyList<EntryView>> Ledger(Actor customer) =>
            (await house.Points.Entries(customer, customer.CustomerId!.Value, size: 100)).Items;

        /// <summary>
        /// Recomputes every account from its entries and from its lots; they must agree with each other and with the events.
        /// </summary>
        public async Task ShouldAddUp(Guid company)
        {
            await using var db = house.Store.Open(Actor.System(company, house.Clock));
            var (accounts, entries, lots) = (
                await db.LoyaltyAccounts.ToListAsync(),
                await db.LoyaltyEntries.OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(),
                await db.PointLots.ToListAsync()
            );
            accounts.Select(a => a.CustomerId).ShouldBe(entries.Select(e => e.CustomerId).Distinct(), ignoreOrder: true);
            foreach (var account in accounts)
            {
                var (own, balance, lifetime) = (entries.FindAll(e => e.CustomerId == account.CustomerId), 0L, 0L);
                foreach (var entry in own)
                {
                    (balance, lifetime) = (balance + entry.Points, lifetime + entry.Lifetime);
                    balance.ShouldBeGreaterThanOrEqualTo(0);
                    entry.BalanceAfter.ShouldBe(balance);
                }
                (account.Balance, account.Lifetime, account.Tier).ShouldBe((balance, lifetime, TierTerms.At(lifetime)));
                account.Redeemed.ShouldBe(-own.Where(e => e.Kind == EntryKind.Redeemed).Sum(e => e.Points));
                lots.Where(l => l.CustomerId == account.CustomerId).Sum(l => l.Remaining).ShouldBe(balance);
            }
            lots.ShouldAllBe(l => l.Remaining > 0);
            var told = (
                await db
                    .Events.Where(e => e.Kind == nameof(PointsBooked) || e.Kind == nameof(LoyaltyTierChanged))
                    .OrderBy(e => e.Id)
                    .ToListAsync()
            ).ConvertAll(e => e.Happening());
            var booked = told.OfType<PointsBooked>().ToLookup(b => b.EntryId);
            entries.ShouldAllBe(e =>
                booked[e.Id].Count() == 1 && booked[e.Id].Single().Points == e.Points && booked[e.Id].Single().Balance == e.BalanceAfter
            );
            var tiers = told.OfType<LoyaltyTierChanged>().ToLookup(t => t.CustomerId, t => t.To);
            accounts.ShouldAllBe(a => a.Tier == tiers[a.CustomerId].LastOrDefault());
        }

        /// <summary>
        /// Each order that counts has earned a point for each unit of the company's currency that its goods are worth, once, whatever
        /// became of it in between; one that does not count has earned nothing (contract: membership, Earning).
        /// </summary>
        public async Task OrdersShouldHaveEarnedOnce(Guid company)
        {
            await using var db = house.Store.Open(Actor.System(company, house.Clock));
            var orders = await db.Orders.Include(o => o.Lines).ToListAsync();
            var earned = await db
                .LoyaltyEntries.Where(e => e.Source!.StartsWith("order/"))
                .GroupBy(e => e.Source!)
                .Select(g => new { g.Key, Points = g.Sum(e => e.Lifetime) })
                .ToDictionaryAsync(g => g.Key, g => g.Points);
            foreach (var order in orders)
                earned
                    .GetValueOrDefault($"order/{order.Id:N}")
                    .ShouldBe(order.Facts is { Counts: true, Goods: { } goods } ? (long)goods : 0, order.Number);
        }
    }
}
