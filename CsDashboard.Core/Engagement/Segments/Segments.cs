using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>The five segments (contract: membership, Segments): who is in which, what each brings, and the bounds.</summary>
public sealed class Segments(Store store)
{
    /// <summary>Staff ask for anybody, customers for themselves.</summary>
    public async Task<SegmentView> Of(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, SegmentRights.See);
        await using var db = store.Open(actor);
        return ViewOf(await Customers.CustomerRecords.Find(db, customerId), await RulesOf(db), actor.IsStaff);
    }

    /// <summary>In the order in which they are tried. Erased and merged records are no members.</summary>
    public async Task<IReadOnlyList<SegmentCard>> All(Actor actor)
    {
        actor.Demand(SegmentRights.See);
        await using var db = store.Open(actor);
        var rules = await RulesOf(db);
        var since = actor.Now.AddDays(-rules.InactiveDays);
        var counted = await db
            .Customers.Where(c => c.MergedInto == null && c.ErasedAt == null)
            .GroupBy(c => c.Segment)
            .Select(g => new
            {
                g.Key,
                Members = g.Count(),
                Active = g.Count(c => c.LastOrderAt >= since),
                Spent = g.Sum(c => c.TotalOrderValue),
            })
            .ToDictionaryAsync(g => g.Key);
        return
        [
            .. SegmentNames.All.Select(segment => new SegmentCard
            {
                Segment = segment,
                Name = NameOf(segment),
                Description = Words.Of("Segment_About_" + segment),
                Criteria = rules.CriteriaOf(segment),
                Benefits = rules.BenefitsOf(segment),
                Discount = rules.DiscountOf(segment),
                Members = counted.TryGetValue(segment, out var g) ? g.Members : 0,
                Active = g?.Active ?? 0,
                Spent = g?.Spent ?? 0,
            }),
        ];
    }

    /// <summary>What a segment brings, for anybody; nothing for an unknown word.</summary>
    public async Task<IReadOnlyList<string>> Benefits(Actor actor, string? word)
    {
        if (SegmentNames.Known(word) is not { } segment)
            return [];
        await using var db = store.Open(actor);
        return (await RulesOf(db)).BenefitsOf(segment);
    }

    /// <summary>
    /// By hand: the rules leave the customer there until <see cref="Release"/>. Invalid for an unknown word; safe to repeat.
    /// </summary>
    public async Task<SegmentView> Set(Actor actor, Guid customerId, string? word)
    {
        actor.Demand(SegmentRights.Set);
        var segment = SegmentNames.Read("segment", word);
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Customers.CustomerRecords.Find(db, customerId);
                Segmentation.Move(db, customer, segment, actor.Name.Length > 0 ? actor.Name : actor.Role.ToString());
                return ViewOf(customer, await RulesOf(db), true);
            }
        );
    }

    /// <summary>The rules decide again, at once. Does nothing to a segment that nobody set.</summary>
    public async Task<SegmentView> Release(Actor actor, Guid customerId)
    {
        actor.Demand(SegmentRights.Set);
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await Customers.CustomerRecords.Find(db, customerId);
                customer.Belong(customer.Segment, actor.Now, null);
                await db.SaveChangesAsync();
                await Segmentation.Settle(db, [customerId]);
                await db.Entry(customer).ReloadAsync();
                return ViewOf(customer, await RulesOf(db), true);
            }
        );
    }

    public async Task<SegmentRulesInput> Rules(Actor actor)
    {
        actor.Demand(SegmentRights.See);
        await using var db = store.Open(actor);
        return (await RulesOf(db)).Facts;
    }

    /// <summary>
    /// Bounds and discounts of the company. Invalid for a figure out of range. Customers move when they are evaluated next, at night at the
    /// latest.
    /// </summary>
    public async Task SetRules(Actor actor, SegmentRulesInput input)
    {
        actor.Demand(SegmentRights.Rule);
        input.Checked();
        await store.Write(
            actor,
            async db =>
            {
                var rules = await db.SegmentRules.SingleOrDefaultAsync();
                if (rules is null)
                    db.SegmentRules.Add(rules = new SegmentRules());
                var before = rules.Facts;
                rules.Take(input);
                if (rules.Facts != before)
                    db.Record(new SegmentRulesChanged(actor.TenantId, before, rules.Facts));
            }
        );
    }

    public static string NameOf(string segment) => Words.Of("Segment_Name_" + segment);

    /// <summary>How a sentence says it: one of the five in the language of its reader, an own segment by its name.</summary>
    internal static object Said(string segment, Guid? ownSegmentId) =>
        ownSegmentId is null ? new SaidWord("Segment_Name_" + segment) : segment;

    internal static async Task<SegmentRules> RulesOf(AppDb db) =>
        await db.SegmentRules.AsNoTracking().SingleOrDefaultAsync() ?? new SegmentRules();

    private static SegmentView ViewOf(Customer c, SegmentRules rules, bool staff) =>
        new(
            c.Segment,
            c.SegmentSince,
            staff ? c.SegmentSetBy : null,
            rules.CriteriaOf(c.Segment),
            rules.BenefitsOf(c.Segment),
            rules.DiscountOf(c.Segment),
            c.CreatedAt,
            rules.VipSpend <= 0 ? 100 : (int)Math.Clamp(decimal.Round(c.TotalOrderValue * 100 / rules.VipSpend), 0, 100)
        );
}
