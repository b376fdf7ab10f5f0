using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>How long a company keeps which kind of data. What nobody decided on is kept.</summary>
public sealed class Retention(Store store, Tenants tenants, IEnumerable<IRetain> kinds)
{
    public const int MostDays = 3_650;
    private readonly NightWindow nights = new(tenants);

    public async Task<IReadOnlyList<RetentionView>> Read(Actor actor)
    {
        actor.Demand(AuditRights.Retain);
        await using var db = store.Open(actor);
        var rules = await db.RetentionRules.ToDictionaryAsync(r => r.Kind, r => r.Days);
        return [.. kinds.Select(k => new RetentionView(k.Kind, rules.TryGetValue(k.Kind, out var days) ? days : null))];
    }

    /// <summary>
    /// Takes effect in the next night. Invalid for an unknown kind and for fewer than 1 or more than 3,650 days. Safe to repeat.
    /// </summary>
    public Task Set(Actor actor, string? kind, int? days)
    {
        actor.Demand(AuditRights.Retain);
        if (kinds.All(k => k.Kind != kind))
            throw Refusal.Invalid("kind", Words.Of("Word_Unknown", string.Join(", ", kinds.Select(k => k.Kind))));
        if (days is < 1 or > MostDays)
            throw Refusal.Invalid("days", Words.Of("Range_Beyond", 1, MostDays));
        return store.Write(
            actor,
            async db =>
            {
                var rule = await db.RetentionRules.SingleOrDefaultAsync(r => r.Kind == kind);
                if (rule?.Days == days)
                    return;
                db.Record(new RetentionChanged(actor.TenantId, kind!, rule?.Days, days));
                if (days is null)
                    db.RetentionRules.Remove(rule!);
                else if (rule is null)
                    db.RetentionRules.Add(new RetentionRule { Kind = kind!, Days = days.Value });
                else
                    rule.Days = days.Value;
            }
        );
    }

    /// <summary>
    /// Removes what is older than the company keeps it, in small writes, and records how many of which kind. Safe to repeat.
    /// </summary>
    public async Task<int> Apply(Actor actor)
    {
        var all = 0;
        foreach (var (kind, days) in await Read(actor))
        {
            if (days is null)
                continue;
            var (retain, before, removed) = (kinds.Single(k => k.Kind == kind), actor.Now - TimeSpan.FromDays(days.Value), 0);
            while (await retain.RemoveSome(actor, before) is > 0 and var some)
                removed += some;
            if (removed == 0)
                continue;
            all += removed;
            await store.Record(actor, new RetentionApplied(actor.TenantId, kind, days.Value, removed));
        }
        return all;
    }

    /// <summary>Once a night by the company's own clock.</summary>
    internal async Task ByNight(Actor product)
    {
        if (await nights.Begin(product))
            await Apply(product);
    }
}
