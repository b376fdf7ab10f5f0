using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation;

/// <summary>
/// How much one person may use of what everybody shares: space, the attention of staff, work of the server. Checked inside the verbs, so
/// that pages and programs share one limit. Only customers are limited by what they leave behind, and nobody is while history is being
/// entered. With both limits of the API switched off, none of these apply.
/// </summary>
public sealed class Shares(IOptions<Settings> settings)
{
    private const int MaxRemembered = 10_000;

    private readonly bool off = settings.Value.RateLimit.IsOff;
    private readonly ConcurrentDictionary<(Guid User, string What), (long Minute, int Count)> paces = new();

    /// <summary>
    /// TooMany when the limit for the time is reached, saying when the next one is allowed. The text is a key of <see cref="Words"/>
    /// that takes the number and the time to wait.
    /// </summary>
    public async Task Demand(Actor actor, string text, int most, TimeSpan within, IQueryable<DateTimeOffset> taken)
    {
        if (!Counts(actor))
            return;
        var since = actor.Now - within;
        var last = await taken
            .Where(at => at > since)
            .OrderByDescending(at => at)
            .Skip(most - 1)
            .Select(at => (DateTimeOffset?)at)
            .FirstOrDefaultAsync();
        if (last is not { } at)
            return;
        var wait = at + within - actor.Now;
        throw Refusal.TooMany(wait, Words.Of(text, most, Words.Wait(wait)));
    }

    /// <summary>The same for bytes that are kept for at most that time; more is the size of what is coming.</summary>
    public async Task DemandRoom(
        Actor actor,
        string text,
        int mostMegabytes,
        TimeSpan life,
        IQueryable<(DateTimeOffset At, long Size)> taken,
        long more
    )
    {
        if (!Counts(actor))
            return;
        var lying = await taken.ToListAsync();
        if (lying.Count == 0 || lying.Sum(one => one.Size) + more <= mostMegabytes * 1024L * 1024)
            return;
        var wait = lying.Min(one => one.At) + life - actor.Now;
        if (wait < TimeSpan.FromMinutes(1))
            wait = TimeSpan.FromMinutes(1);
        throw Refusal.TooMany(wait, Words.Of(text, mostMegabytes, Words.Wait(wait)));
    }

    /// <summary>TooMany beyond a number of calls a minute, for calls that leave nothing behind. For everybody with an account.</summary>
    public void DemandPace(Actor actor, string what, int perMinute)
    {
        if (off || actor.UserId is not { } user)
            return;
        var second = actor.Now.ToUnixTimeSeconds();
        if (paces.Count > MaxRemembered)
            foreach (var (old, _) in paces.Where(p => p.Value.Minute < second / 60))
                paces.TryRemove(old, out _);
        var (_, count) = paces.AddOrUpdate(
            (user, what),
            (second / 60, 1),
            (_, was) => was.Minute == second / 60 ? (was.Minute, was.Count + 1) : (second / 60, 1)
        );
        if (count > perMinute)
            throw Refusal.TooMany(TimeSpan.FromSeconds(60 - second % 60));
    }

    private bool Counts(Actor actor) => !off && !actor.Silent && actor.Role == Role.Customer;
}
