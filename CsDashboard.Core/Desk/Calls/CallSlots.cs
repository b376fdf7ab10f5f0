using CsDashboard.Accounts;
using CsDashboard.Desk.Sla;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Calls;

/// <summary>
/// The times that customers choose from: the business hours of the company, cut into calls, without what those who take calls have taken
/// already.
/// </summary>
public sealed class CallSlots(Store store, SlaPolicies policies)
{
    private readonly CompanyMemory<CallSettings> known = new(
        store,
        async db => (await db.CallSettings.AsNoTracking().SingleOrDefaultAsync())?.Read() ?? CallSettings.Usual
    );

    public Task<CallSettings> Settings(Actor actor) => known.Get(actor);

    /// <summary>Invalid for a number beyond its bounds and for somebody who is none of the staff.</summary>
    public async Task Set(Actor actor, CallSettings settings)
    {
        actor.Demand(DeskRights.Configure);
        Between("minutes", settings.Minutes, CallSettings.LeastMinutes, CallSettings.MostMinutes);
        Between("gap", settings.Gap, 0, CallSettings.MostGap);
        Between("notice", settings.Notice, 0, CallSettings.MostNotice);
        Between("daysAhead", settings.DaysAhead, 1, CallSettings.MostDays);
        await store.Write(
            actor,
            async db =>
            {
                if (settings.Takers is { } takers && (takers.Count == 0 || (await Takers(db, settings)).Count != takers.Count))
                    throw Refusal.Invalid("takers", Words.Of("Call_Takers"));
                var before = await known.Of(db);
                var setting = await db.CallSettings.SingleOrDefaultAsync();
                if (setting is null)
                    db.CallSettings.Add(setting = new CallSetting { TenantId = actor.TenantId });
                setting.Set(settings);
                db.Record(new CallSettingsChanged(actor.TenantId, before, settings));
            }
        );
        known.Set(actor.TenantId, settings);
    }

    /// <summary>The times that can be chosen now, in their order; those who take calls are not named.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> Free(Actor actor)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(DeskRights.Answer);
        await using var db = store.Open(actor);
        var (settings, hours) = (await known.Of(db), (await policies.Of(db)).Hours);
        var (first, last) = (actor.Now.AddMinutes(settings.Notice), actor.Now.AddDays(settings.DaysAhead));
        var takers = await Takers(db, settings);
        var taken = await Taken(db, first, last, settings);
        return [.. Times(hours, settings, first, last).Where(at => FreeAt(at, settings, takers, taken).Any())];
    }

    /// <summary>
    /// Inside a write: who takes the call at this time, the one with the fewest calls on the days around it. Invalid (slot) for a time that
    /// is not offered; Conflict <c>slot_taken</c> when somebody was faster.
    /// </summary>
    internal async Task<Guid> Take(AppDb db, DateTimeOffset at)
    {
        var (settings, hours, now) = (await known.Of(db), (await policies.Of(db)).Hours, db.Actor.Now);
        if (!Times(hours, settings, now.AddMinutes(settings.Notice), now.AddDays(settings.DaysAhead)).Contains(at))
            throw Refusal.Invalid("slot", Words.Of("Call_NoSlot"));
        var takers = await Takers(db, settings);
        var taken = await Taken(db, at.AddDays(-1), at.AddDays(1), settings);
        var free = FreeAt(at, settings, takers, taken).ToList();
        return free.Count > 0
            ? free.OrderBy(id => taken.Count(call => call.AgentId == id)).ThenBy(takers.IndexOf).First()
            : throw Refusal.Conflict(Words.Of("Call_Taken"), "slot_taken");
    }

    /// <summary>How long a call takes that is arranged now; inside an open database.</summary>
    internal async Task<CallSettings> Of(AppDb db) => await known.Of(db);

    // A stretch of work is within a day, so one that begins two days earlier is not cut where these times begin.
    private static IEnumerable<DateTimeOffset> Times(BusinessHours hours, CallSettings settings, DateTimeOffset first, DateTimeOffset last)
    {
        foreach (var (from, to) in hours.Stretches(first.AddDays(-2)))
        {
            if (from > last)
                yield break;
            for (var at = from; at + settings.Length <= to && at <= last; at += settings.Step)
                if (at >= first)
                    yield return at.ToUniversalTime();
        }
    }

    // A call that nobody is named for takes one of those who are free.
    private static IEnumerable<Guid> FreeAt(DateTimeOffset at, CallSettings settings, List<Guid> takers, List<TakenTime> taken)
    {
        var gap = TimeSpan.FromMinutes(settings.Gap);
        var meanwhile = taken.FindAll(call => call.At < at + settings.Length + gap && at < call.At.AddMinutes(call.Minutes) + gap);
        var free = takers.Where(id => meanwhile.TrueForAll(call => call.AgentId != id)).ToList();
        return free.Take(Math.Max(0, free.Count - meanwhile.Count(call => call.AgentId is null)));
    }

    private static Task<List<Guid>> Takers(AppDb db, CallSettings settings)
    {
        var tenant = db.Actor.TenantId;
        var staff = db.Users.Where(u => u.TenantId == tenant && (u.Role == Role.Agent || u.Role == Role.Admin) && u.DisabledAt == null);
        if (settings.Takers is { } named)
            staff = staff.Where(u => named.Contains(u.Id));
        return staff.OrderBy(u => u.Name).ThenBy(u => u.Id).Select(u => u.Id).ToListAsync();
    }

    private static Task<List<TakenTime>> Taken(AppDb db, DateTimeOffset first, DateTimeOffset last, CallSettings settings)
    {
        var (from, to) = (first.AddMinutes(-CallSettings.MostMinutes - settings.Gap), last + settings.Step);
        return db
            .CallRequests.Where(c => c.Status == CallStatus.Scheduled && c.ScheduledAt > from && c.ScheduledAt < to)
            .Select(c => new TakenTime(c.ScheduledAt!.Value, c.Minutes, c.AgentId))
            .ToListAsync();
    }

    private sealed record TakenTime(DateTimeOffset At, int Minutes, Guid? AgentId);

    private static void Between(string field, int number, int least, int most)
    {
        if (number < least || number > most)
            throw Refusal.Invalid(field, Words.Of("Number_Between", least, most));
    }
}
