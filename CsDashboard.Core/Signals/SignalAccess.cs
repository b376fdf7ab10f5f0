using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>Which signals a customer sees follows the membership tier: at once, after a delay, or not at all.</summary>
public sealed class SignalAccess(Store store, LiveFeed feed)
{
    public const int Never = -1;

    /// <summary>A week, in minutes.</summary>
    public const int LongestDelay = 7 * 24 * 60;

    /// <summary>
    /// What a page that shows signals listens to: publications, their lives, releases to any tier, a change of the rules.
    /// </summary>
    public static Topic[] Topics(Guid tenantId) => [Topic.Group(tenantId, SignalGroups.All), Released(tenantId)];

    internal static Topic Released(Guid tenantId) => Topic.Group(tenantId, SignalGroups.All + "/released");

    private readonly CompanyMemory<IReadOnlyDictionary<string, int>> known = new(
        store,
        async db => Read(await db.SignalSettings.Select(s => s.DelayText).SingleOrDefaultAsync())
    );
    private readonly SharedReads tiers = new(feed, tenant => Topic.Room(tenant, "Customers"), atMost: 50_000);

    /// <summary>Minutes of delay by tier, for every tier there is.</summary>
    public Task<IReadOnlyDictionary<string, int>> Get(Actor actor) => known.Get(actor);

    /// <summary>
    /// Sets the delays; a tier that is left out sees signals at once. Invalid for an unknown tier or a delay beyond a week.
    /// </summary>
    public async Task Set(Actor actor, IReadOnlyDictionary<string, int> delays)
    {
        actor.Demand(SignalRights.Publish);
        if (delays.Keys.FirstOrDefault(t => !Tiers.All.Contains(t)) is not null)
            throw Refusal.Invalid("tier", Words.Of("Word_Unknown", string.Join(", ", Tiers.All)));
        if (delays.Values.Any(d => d is < Never or > LongestDelay))
            throw Refusal.Invalid("delay", Words.Of("Signal_Delay", LongestDelay));
        known.Set(
            actor.TenantId,
            await store.Write(
                actor,
                async db =>
                {
                    var setting = await db.SignalSettings.SingleOrDefaultAsync();
                    if (setting is null)
                        db.SignalSettings.Add(setting = new SignalSetting { TenantId = actor.TenantId });
                    var (before, text) = (
                        Read(setting.DelayText),
                        string.Join(
                            ' ',
                            delays
                                .Where(d => d.Value != 0)
                                .OrderBy(d => d.Key, StringComparer.Ordinal)
                                .Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Key}={d.Value}"))
                        )
                    );
                    var after = Read(text);
                    if (setting.DelayText == text)
                        return after;
                    setting.DelayText = text;
                    foreach (var tier in Tiers.All.Where(t => before[t] <= 0 && after[t] > 0))
                        await SignalReleases.Skip(db, tier);
                    db.Record(new SignalAccessChanged(actor.TenantId, before, after));
                    return after;
                }
            )
        );
    }

    /// <summary>What the actor sees.</summary>
    public async Task<SignalSight> SightOf(Actor actor)
    {
        if (actor.IsStaff)
            return SignalSight.Everything;
        var customer = actor.DemandCustomer();
        var tier = await tiers.Get(
            actor.TenantId,
            customer,
            async () =>
            {
                await using var db = store.Open(actor);
                return await db.Customers.Where(c => c.Id == customer).Select(c => c.MembershipTier).SingleOrDefaultAsync()
                    ?? Tiers.Standard;
            }
        );
        return SightOf(tier, await Get(actor));
    }

    internal static SignalSight SightOf(string tier, IReadOnlyDictionary<string, int> delays) =>
        delays.GetValueOrDefault(tier) is var minutes && minutes == Never
            ? new SignalSight(tier, null)
            : new SignalSight(tier, TimeSpan.FromMinutes(minutes));

    /// <summary>
    /// What a customer's stream carries of signals. The rule is checked for each message; a changed tier takes effect with the next
    /// connection.
    /// </summary>
    public async Task<GroupFilter> EarOf(Actor actor)
    {
        if (actor.Role != Role.Customer)
            return GroupFilter.Deaf;
        var tier = (await SightOf(actor)).Tier!;
        return new GroupFilter(
            [SignalGroups.All, SignalGroups.Of(tier)],
            happening =>
                SightOf(tier, known.Last(actor.TenantId)!) is var sight
                && happening switch
                {
                    SignalPublished => sight.Delay == TimeSpan.Zero,
                    SignalReleased released => released.Tier == tier,
                    SignalChanged changed => sight.Sees(changed.PublishedAt, actor.Now),
                    _ => false,
                }
        );
    }

    /// <summary>To how many customers with an account a publication goes.</summary>
    public async Task<SignalReach> Reach(Actor actor)
    {
        actor.Demand(SignalRights.Publish);
        var delays = await Get(actor);
        await using var db = store.Open(actor);
        var users = db.Users.Where(u => u.Role == Role.Customer && u.DisabledAt == null && u.CustomerId != null);
        var counts = await db
            .Customers.Where(c => users.Any(u => u.CustomerId == c.Id))
            .GroupBy(c => c.MembershipTier)
            .Select(g => new { Tier = g.Key, Count = g.Count() })
            .ToListAsync();
        int Sum(Func<int, bool> which) => counts.Where(c => which(delays.GetValueOrDefault(c.Tier))).Sum(c => c.Count);
        return new SignalReach(Sum(d => d == 0), Sum(d => d > 0), Sum(d => d == Never));
    }

    private static Dictionary<string, int> Read(string? text)
    {
        var delays = Tiers.All.ToDictionary(t => t, _ => 0);
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=') is [var tier, var minutes])
                delays[tier] = int.Parse(minutes, CultureInfo.InvariantCulture);
        return delays;
    }
}
