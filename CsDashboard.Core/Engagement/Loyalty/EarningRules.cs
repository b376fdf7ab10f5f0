using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>The rules by which a company gives points: those of the product, edited or not, and its own.</summary>
public sealed class EarningRules(Store store)
{
    /// <summary>The month that a preview looks at.</summary>
    public const int PreviewDays = 30;
    private const int MaxRules = 50,
        MaxRows = 100;

    public async Task<IReadOnlyList<RuleView>> List(Actor actor)
    {
        actor.Demand(LoyaltyRights.Rule);
        await using var db = store.Open(actor);
        var edited = await db.EarningRules.Select(r => r.Id).ToListAsync();
        return [.. (await All(db)).Select(r => new RuleView(r.Id, r.On, r.NameIn(actor.Language), r.Facts, edited.Contains(r.Id)))];
    }

    /// <summary>The ways to earn that are open now, for anyone to read.</summary>
    public async Task<IReadOnlyList<EarnMethod>> Methods(Actor actor)
    {
        await using var db = store.Open(actor);
        var today = DateOnly.FromDateTime(actor.Now.UtcDateTime);
        return
        [
            .. (await All(db))
                .Where(r => r.RunsOn(today))
                .Select(r => new EarnMethod(r.On, IconOf(r.On), r.NameIn(actor.Language), Described(r, actor.Language), r.Rate, r.PerUnit)),
        ];
    }

    /// <summary>
    /// Makes a rule, or changes the one with the id, whose kind of occasion stays. Existing entries stay as they are. Invalid for crossed
    /// dates and whatever else the input refuses; Conflict beyond fifty rules; NotFound for an unknown id.
    /// </summary>
    public async Task<RuleView> Save(Actor actor, Guid? ruleId, RuleInput input)
    {
        actor.Demand(LoyaltyRights.Rule);
        var on = input.CheckAll();
        return await store.Write(
            actor,
            async db =>
            {
                var rules = await All(db, tracking: true);
                var known = ruleId is { } id ? rules.SingleOrDefault(r => r.Id == id) ?? throw Refusal.NotFound() : null;
                if (known is null && rules.Count >= MaxRules)
                    throw Refusal.Conflict(Words.Of("Rule_TooMany", MaxRules));
                var before = known?.Facts;
                var rule = (known ?? new EarningRule { On = on }).Take(input);
                if (db.Entry(rule).State == EntityState.Detached)
                    db.EarningRules.Add(rule);
                db.Record(new EarningRuleChanged(rule.Id, rule.NameIn("en"), before, rule.Facts));
                db.AnnounceAfterCommit(Foundation.Live.Topic.Room(actor.TenantId, "Engagement"));
                return new RuleView(rule.Id, rule.On, rule.NameIn(actor.Language), rule.Facts, true);
            }
        );
    }

    /// <summary>
    /// Who would have got what in the last thirty days under this rule, beside what the rule it replaces gave: the same computation over
    /// the same events, with tiers as they are now. At most a hundred members are listed, those with the most first. Refuses what
    /// <see cref="Save"/> refuses.
    /// </summary>
    public async Task<RulePreview> Preview(Actor actor, Guid? ruleId, RuleInput input)
    {
        actor.Demand(LoyaltyRights.Rule);
        var written = new EarningRule { On = input.CheckAll() }.Take(input);
        await using var db = store.Open(actor);
        var standing = ruleId is { } id ? (await All(db)).SingleOrDefault(r => r.Id == id) ?? throw Refusal.NotFound() : null;
        var (from, to) = (actor.Now.AddDays(-PreviewDays), actor.Now);
        var (then, now) = (new RuleRun(written), standing is null ? null : new RuleRun(standing));
        var (on, subject, members) = (
            standing?.On ?? written.On,
            EarningOccasion.SubjectOf(standing?.On ?? written.On),
            new Dictionary<Guid, (EarningMember? Who, LoyaltyTier Tier)>()
        );
        // Read to the end first, since another read follows inside the loop.
        var events = await db
            .Events.Where(e => e.TenantId == actor.TenantId && e.SubjectKind == subject && e.At >= from && e.At <= to)
            .OrderBy(e => e.Id)
            .ToListAsync();
        foreach (var row in events)
        foreach (var occasion in row.Happening() is { } happening ? EarningOccasion.Of(happening, row.At) : [])
        {
            if (occasion.On != on)
                continue;
            if (!members.TryGetValue(occasion.CustomerId, out var member))
            {
                var who = (await Earning.Members(db, [occasion.CustomerId])).GetValueOrDefault(occasion.CustomerId);
                members[occasion.CustomerId] = member = (
                    who,
                    who is null
                        ? default
                        : await db.LoyaltyAccounts.Where(a => a.CustomerId == who.Id).Select(a => a.Tier).SingleOrDefaultAsync()
                );
            }
            if (member.Who is null)
                continue;
            then.Hear(occasion, member.Who, member.Tier, row.At);
            now?.Hear(occasion, member.Who, member.Tier, row.At);
        }
        var rows = then
            .Points.Keys.Union(now?.Points.Keys ?? Enumerable.Empty<Guid>())
            .Select(c => (Id: c, Points: then.Points.GetValueOrDefault(c), Now: now?.Points.GetValueOrDefault(c) ?? 0))
            .Where(r => r.Points != 0 || r.Now != 0)
            .OrderByDescending(r => r.Points)
            .ThenBy(r => r.Id)
            .ToList();
        var shown = rows.Take(MaxRows).Select(r => r.Id).ToList();
        var names = await db
            .Customers.Where(c => shown.Contains(c.Id))
            .Select(c => new { c.Id, c.Name })
            .ToDictionaryAsync(c => c.Id, c => c.Name);
        return new RulePreview(
            from,
            to,
            rows.Count(r => r.Points != 0),
            rows.Sum(r => r.Points),
            rows.Sum(r => r.Now),
            [.. rows.Take(MaxRows).Select(r => new PreviewRow(r.Id, names.GetValueOrDefault(r.Id, "—"), r.Points, r.Now))]
        );
    }

    /// <summary>All rules of the company of the open database: rows, and the product's own where no row took their place.</summary>
    internal static async Task<IReadOnlyList<EarningRule>> All(AppDb db, bool tracking = false)
    {
        var rows = await (tracking ? db.EarningRules.AsTracking() : db.EarningRules.AsNoTracking()).OrderBy(r => r.Id).ToListAsync();
        var own = rows.ToDictionary(r => r.Id);
        var usual = EarningRule.Defaults(db.Actor.TenantId);
        return [.. usual.Select(r => own.GetValueOrDefault(r.Id, r)), .. rows.Where(r => usual.All(u => u.Id != r.Id))];
    }

    /// <summary>Points for one occasion by the rules in force today, whoever it is.</summary>
    internal static async Task<long> Worth(AppDb db, EarnOn on)
    {
        var today = DateOnly.FromDateTime(db.Actor.Now.UtcDateTime);
        return (await All(db)).Where(r => r.On == on && r.RunsOn(today)).Sum(r => r.PointsFor(1));
    }

    private static string IconOf(EarnOn on) =>
        on switch
        {
            EarnOn.Order => "🛍️",
            EarnOn.Referral or EarnOn.Referred => "👥",
            EarnOn.Review => "⭐",
            EarnOn.Feedback => "💬",
            EarnOn.SignUp => "👋",
        };

    private static string Described(EarningRule rule, string language)
    {
        var rate = rule.Rate.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);
        return rule.On switch
        {
            EarnOn.Order when rule.PerUnit => Words.In(language, "Earn_OrderText", rate),
            EarnOn.Order => Words.In(language, "Earn_OrderFlatText", rate),
            EarnOn.Referral => Words.In(language, "Earn_ReferralText", rate),
            EarnOn.Referred => Words.In(language, "Earn_ReferredText", rate),
            EarnOn.Review => Words.In(language, "Earn_ReviewText", rate),
            EarnOn.Feedback => Words.In(language, "Earn_FeedbackText", rate),
            EarnOn.SignUp => Words.In(language, "Earn_SignUpText", rate),
        };
    }
}
