using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security.Payments;

/// <summary>The rules by which payments are judged; tried on payments of before until they are right.</summary>
public sealed class PaymentRules(Store store)
{
    private const int Tried = 50_000,
        Shown = 50;

    /// <summary>For admins, in their order.</summary>
    public async Task<IReadOnlyList<PaymentRule>> List(Actor actor)
    {
        actor.Demand(SecurityRights.Oversee);
        await using var db = store.Open(actor);
        return await Of(db);
    }

    /// <summary>
    /// Puts these in the place of those that were, in this order. For admins. Invalid (label, weight, limit) for what is none, and beyond
    /// fifty. Safe to repeat.
    /// </summary>
    public Task Set(Actor actor, IReadOnlyList<PaymentRuleInput> rules)
    {
        actor.Demand(SecurityRights.Oversee);
        var made = Made(rules);
        return store.Write(
            actor,
            async db =>
            {
                var before = await Of(db);
                await db.PaymentRules.ExecuteDeleteAsync();
                db.PaymentRules.AddRange(made);
                if (!Told(before).SequenceEqual(Told(made)))
                    db.Record(new PaymentRulesChanged(actor.TenantId, Told(before), Told(made)));
            }
        );
    }

    /// <summary>
    /// What these would have done to the payments of before, at most the last 50,000: how many there were, how many would not have been
    /// safe, and the newest of those. For admins; Invalid as <see cref="Set"/>. Nothing is written.
    /// </summary>
    public async Task<RulesTried> Try(Actor actor, IReadOnlyList<PaymentRuleInput> rules)
    {
        actor.Demand(SecurityRights.Oversee);
        var made = Made(rules);
        await using var db = store.Open(actor);
        var (all, held, wasHeld, newest) = (0, 0, 0, new List<(PaymentCheck, PaymentVerdict)>());
        await foreach (
            var check in db.PaymentChecks.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Tried).AsAsyncEnumerable()
        )
        {
            all++;
            wasHeld += check.IsSafe ? 0 : 1;
            if (PaymentVerdict.Of(check.Facts, made) is not { IsSafe: false } verdict)
                continue;
            held++;
            if (newest.Count < Shown)
                newest.Add((check, verdict));
        }
        return new(all, held, wasHeld, newest);
    }

    internal static async Task<IReadOnlyList<PaymentRule>> Of(AppDb db) =>
        await db.PaymentRules.AsNoTracking().OrderBy(r => r.Place).ToListAsync() is { Count: > 0 } own ? own : PaymentRule.OfContract();

    private static List<PaymentRule> Made(IReadOnlyList<PaymentRuleInput> rules) =>
        rules.Count is 0 or > PaymentRule.MostRules
            ? throw Refusal.Invalid("rules", Words.Of("Range_Beyond", 1, PaymentRule.MostRules))
            : [.. rules.Select((r, i) => r.Made(i))];

    private static IReadOnlyList<string> Told(IEnumerable<PaymentRule> rules) =>
        [
            .. rules.Select(r =>
                FormattableString.Invariant(
                    $"{r.Label}: {Word.Of(r.Field)} {(r.IsBelow ? "<" : ">")} {r.Limit} {Word.Of(r.Effect)} {r.Weight}{(r.IsOff ? " off" : "")}{(r.IsShadow ? " shadow" : "")}"
                )
            ),
        ];
}
