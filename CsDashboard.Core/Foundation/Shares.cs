using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation;

/// <summary>
/// What one person may take of what all share: space, the attention of staff, work of the server. Asked inside the verbs, so that pages and
/// programs have it in common. Customers alone are counted by what they leave behind; who is entering history is not. Who switches both
/// limits of the API off wants none of these either.
/// </summary>
public sealed class Shares(IOptions<Settings> settings)
{
    private const int MaxRemembered = 10_000;

    private readonly bool off = settings.Value.RateLimit.IsOff;
    private readonly ConcurrentDictionary<(Guid User, string What), (long Minute, int Count)> paces = new();

    /// <summary>
    /// TooMany when there are as many within the time as one may have: with when the next is free. The text is a key of <see cref="Words"/>
    /// that takes the number and the time to wait.
    /// </summary>
    public async Task Demand(Actor actor, string text, int most, TimeSpan within, IQueryable<DateTimeOffset> taken)
    {
        if (!Counts(actor)) return;
        var since = actor.Now - within;
        var last = await taken.Where(at => at > since).OrderByDescending(at => at).Skip(most - 1).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync();
        if (last is not { } at) return;
        var wait = at + within - actor.Now;
        throw Refusal.TooMany(wait, Words.Of(text, most, Words.Wait(wait)));
    }

    /// <summary>The same of bytes that lie there for so long at most; more is the size of what is to come.</summary>
    public async Task DemandRoom(Actor actor, string text, int mostMegabytes, TimeSpan life, IQueryable<(DateTimeOffset At, long Size)> taken, long more)
    {
        if (!Counts(actor)) return;
        var lying = await taken.ToListAsync();
        if (lying.Count == 0 || lying.Sum(one => one.Size) + more <= mostMegabytes * 1024L * 1024) return;
        var wait = lying.Min(one => one.At) + life - actor.Now;
        if (wait < TimeSpan.FromMinutes(1)) wait = TimeSpan.FromMinutes(1);
        throw Refusal.TooMany(wait, Words.Of(text, mostMegabytes, Words.Wait(wait)));
    }

    /// <summary>TooMany beyond so many within a minute, for what leaves nothing behind. Of anybody who has an account.</summary>
    public void DemandPace(Actor actor, string what, int perMinute)
    {
        if (off || actor.UserId is not { } user) return;
        var second = actor.Now.ToUnixTimeSeconds();
        if (paces.Count > MaxRemembered)
            foreach (var (old, _) in paces.Where(p => p.Value.Minute < second / 60)) paces.TryRemove(old, out _);
        var (_, count) = paces.AddOrUpdate((user, what), (second / 60, 1), (_, was) => was.Minute == second / 60 ? (was.Minute, was.Count + 1) : (second / 60, 1));
        if (count > perMinute) throw Refusal.TooMany(TimeSpan.FromSeconds(60 - second % 60));
    }

    private bool Counts(Actor actor) => !off && !actor.Silent && actor.Role == Role.Customer;
}
