using System.Globalization;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

/// <summary>
/// Rewards for special dates: what is there to claim follows from the customer's dates, the company's terms and what was claimed;
/// only a claim is written. The points are given by loyalty, which hears of the claim.
/// </summary>
public sealed class Rewards(Store store)
{
    private const int MaxUpcoming = 5,
        MaxHistory = 100;

    // For how many days a missed reward is still shown, greyed out.
    private const int ShownAfter = 60;

    /// <summary>
    /// All rewards of a customer by day, earliest first: those to claim, those due within a year, and those claimed or missed lately. Staff
    /// anybody's, customers their own.
    /// </summary>
    public async Task<IReadOnlyList<RewardView>> SpecialDates(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, RewardRights.See);
        await using var db = store.Open(actor);
        return await Of(db, customerId, actor.Language);
    }

    /// <summary>The next five that are still to come, soonest first.</summary>
    public async Task<IReadOnlyList<RewardView>> Upcoming(Actor actor, Guid customerId) =>
        [.. (await SpecialDates(actor, customerId)).Where(r => r.State == RewardState.Upcoming).Take(MaxUpcoming)];

    /// <summary>What was claimed, the newest first.</summary>
    public async Task<IReadOnlyList<RewardView>> History(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, RewardRights.See);
        await using var db = store.Open(actor);
        var who = await Dates(db, customerId);
        var (claims, holidays) = (
            await db
                .RewardClaims.Where(c => c.CustomerId == customerId)
                .OrderByDescending(c => c.ClaimedAt)
                .ThenByDescending(c => c.Id)
                .Take(MaxHistory)
                .ToListAsync(),
            await RewardSettings.Holidays(db)
        );
        return [.. claims.Select(c => ViewOf(who, c, holidays, actor.Language))];
    }

    /// <summary>One by its id. NotFound for a reward that isn't the customer's; staff find anybody's of the company.</summary>
    public async Task<RewardView> Get(Actor actor, string rewardId)
    {
        await using var db = store.Open(actor);
        var publicId =
            rewardId.Length > 25 && rewardId[24] == '-' && rewardId.All(char.IsAscii) ? rewardId[..24] : throw Refusal.NotFound();
        var owner =
            await db.Customers.Where(c => c.PublicId == publicId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync()
            ?? throw Refusal.NotFound();
        actor.DemandFor(owner, RewardRights.See);
        return (await Of(db, owner, actor.Language)).SingleOrDefault(r => r.Id == rewardId) ?? throw Refusal.NotFound();
    }

    /// <summary>
    /// Takes a reward, once: its points come with the event, its discount by a code. NotFound for a reward that isn't the customer's;
    /// Conflict reward_claimed, reward_expired or reward_early for one that was taken, is over, or is not due yet.
    /// </summary>
    public async Task<RewardView> Claim(Actor actor, Guid customerId, string? rewardId)
    {
        actor.DemandFor(customerId, RewardRights.Claim);
        if (string.IsNullOrWhiteSpace(rewardId))
            throw Refusal.Invalid("rewardId", Words.Of("Text_Required"));
        return await store.WriteOnce(
            actor,
            async db =>
            {
                var reward =
                    (await Of(db, customerId, actor.Language)).SingleOrDefault(r => r.Id == rewardId.Trim())
                    ?? throw Refusal.NotFound(Words.Of("Reward_NotFound"));
                if (reward.State != RewardState.Open)
                    throw reward.State switch
                    {
                        RewardState.Claimed => Refusal.Conflict(Words.Of("Reward_Claimed"), "reward_claimed"),
                        RewardState.Expired => Refusal.Conflict(Words.Of("Reward_Expired"), "reward_expired"),
                        RewardState.Open or RewardState.Upcoming => Refusal.Conflict(Words.Of("Reward_Early"), "reward_early"),
                    };
                var claim = new RewardClaim
                {
                    CustomerId = customerId,
                    Key = reward.Key,
                    Kind = reward.Kind,
                    Points = reward.Points,
                    Discount = reward.Discount,
                    EventDate = reward.EventDate,
                    ExpiresAt = reward.ExpiresAt,
                    ClaimedAt = actor.Now,
                };
                db.RewardClaims.Add(claim);
                db.Record(new RewardClaimed(claim.Id, customerId, claim.Kind, claim.Key, claim.Points, claim.Discount));
                return reward with { State = RewardState.Claimed, ClaimedAt = claim.ClaimedAt, Code = claim.Code };
            }
        );
    }

    private sealed record Person(Guid Id, string PublicId, DateOnly? Birthday, DateTimeOffset Since, TimeZoneInfo Zone);

    private static async Task<Person> Dates(AppDb db, Guid customerId)
    {
        var c =
            await db
                .Customers.Where(c => c.Id == customerId)
                .Select(c => new
                {
                    c.Id,
                    c.PublicId,
                    c.Birthday,
                    c.CreatedAt,
                    c.TimeZone,
                })
                .SingleOrDefaultAsync()
            ?? throw Refusal.NotFound(Words.Of("Customer_NotFound"));
        return new(c.Id, c.PublicId, c.Birthday, c.CreatedAt, Zones.Of(c.TimeZone));
    }

    private static async Task<IReadOnlyList<RewardView>> Of(AppDb db, Guid customerId, string language)
    {
        var (who, now) = (await Dates(db, customerId), db.Actor.Now);
        var (terms, holidays) = ((await RewardSettings.Terms(db)).ToDictionary(t => t.Kind), await RewardSettings.Holidays(db));
        var claims = (await db.RewardClaims.AsNoTracking().Where(c => c.CustomerId == customerId).ToListAsync()).ToDictionary(c => c.Key);
        var reached = await db.RewardMilestones.AsNoTracking().Where(m => m.CustomerId == customerId).ToListAsync();
        var occasions = new List<(RewardKind Kind, string Key, DateTimeOffset At, int Days)>();
        if (terms[RewardKind.Birthday] is { IsOn: true } birthday && who.Birthday is { } born)
            occasions.AddRange(
                Yearly(who, born, now, birthday.ValidDays)
                    .Select(o => (RewardKind.Birthday, $"birthday-{o.Year}", o.At, birthday.ValidDays))
            );
        if (terms[RewardKind.Anniversary] is { IsOn: true } anniversary)
            occasions.AddRange(
                Yearly(who, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(who.Since, who.Zone).DateTime), now, anniversary.ValidDays)
                    .Where(o => o.Year > who.Since.Year)
                    .Select(o => (RewardKind.Anniversary, $"anniversary-{o.Year}", o.At, anniversary.ValidDays))
            );
        if (terms[RewardKind.Holiday].IsOn)
            foreach (var holiday in holidays.Where(h => h.IsOn))
                occasions.AddRange(
                    (holiday.IsYearly ? Yearly(who, holiday.Date, now, holiday.Days) : Once(who, holiday.Date, now, holiday.Days)).Select(
                        o => (RewardKind.Holiday, $"holiday-{holiday.Id.ToString("N")[^8..]}-{o.Year}", o.At, holiday.Days)
                    )
                );
        if (terms[RewardKind.Milestone] is { IsOn: true } milestone)
            occasions.AddRange(
                reached
                    .Where(m => m.At.AddDays(milestone.ValidDays + ShownAfter) > now)
                    .Select(m => (RewardKind.Milestone, "milestone-" + m.Key, m.At, milestone.ValidDays))
            );
        var open = occasions
            .Where(o => !claims.ContainsKey(o.Key))
            .Select(o => new RewardView
            {
                Id = IdOf(who, o.Key),
                Key = o.Key,
                Kind = o.Kind,
                Icon = terms[o.Kind].Icon,
                Title = RewardWords.TitleOf(o.Kind, o.Key, holidays, language),
                Description = RewardWords.Worth(terms[o.Kind].Points, terms[o.Kind].Discount, language),
                Points = terms[o.Kind].Points,
                Discount = terms[o.Kind].Discount,
                EventDate = o.At,
                ExpiresAt = o.At.AddDays(o.Days),
                ClaimedAt = null,
                Code = null,
                State =
                    o.At > now ? RewardState.Upcoming
                    : o.At.AddDays(o.Days) <= now ? RewardState.Expired
                    : RewardState.Open,
            });
        return
        [
            .. open.Concat(claims.Values.Select(c => ViewOf(who, c, holidays, language)))
                .OrderBy(r => r.EventDate)
                .ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
    }

    private static RewardView ViewOf(Person who, RewardClaim c, IReadOnlyList<Holiday> holidays, string language)
    {
        var terms = RewardTerms.Defaults.Single(t => t.Kind == c.Kind);
        return new()
        {
            Id = IdOf(who, c.Key),
            Key = c.Key,
            Kind = c.Kind,
            Icon = terms.Icon,
            Title = RewardWords.TitleOf(c.Kind, c.Key, holidays, language),
            Description = RewardWords.Worth(c.Points, c.Discount, language),
            Points = c.Points,
            Discount = c.Discount,
            EventDate = c.EventDate,
            ExpiresAt = c.ExpiresAt,
            ClaimedAt = c.ClaimedAt,
            Code = c.Code,
            State = RewardState.Claimed,
        };
    }

    private static string IdOf(Person who, string key) => $"{who.PublicId}-{key}";

    // The last one, unless it is long over, and the next. Nothing from before the person became a customer.
    private static IEnumerable<(int Year, DateTimeOffset At)> Yearly(Person who, DateOnly day, DateTimeOffset now, int days)
    {
        var year = TimeZoneInfo.ConvertTime(now, who.Zone).Year;
        var all = Enumerable
            .Range(year - 1, 4)
            .Select(y => (Year: y, At: Begin(new DateOnly(y, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(y, day.Month))), who.Zone)))
            .Where(o => o.At > who.Since)
            .ToList();
        return [.. all.Where(o => o.At <= now && o.At.AddDays(days + ShownAfter) > now).TakeLast(1), .. all.Where(o => o.At > now).Take(1)];
    }

    private static IEnumerable<(int Year, DateTimeOffset At)> Once(Person who, DateOnly day, DateTimeOffset now, int days)
    {
        var at = Begin(day, who.Zone);
        return at > who.Since && at.AddDays(days + ShownAfter) > now && at < now.AddYears(1) ? [(day.Year, at)] : [];
    }

    private static DateTimeOffset Begin(DateOnly day, TimeZoneInfo zone) => Zones.At(day.ToDateTime(TimeOnly.MinValue), zone);
}
