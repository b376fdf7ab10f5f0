using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CsDashboard.Accounts;

/// <summary>
/// Who is told which addresses have accounts: whoever registers is, and the check of the contract tells it (rules.md 000). So that nobody
/// asks through a list, one network hears it twenty times an hour, in this process; then neither a taken nor a free address is answered.
/// Off where calls have no limit by the hour.
/// </summary>
public sealed class AddressTelling(IOptions<Settings> settings)
{
    internal const int AnHour = 20;
    private const int MostRemembered = 20_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly bool isOff = settings.Value.RateLimit.PerHour == 0;
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> told = new();

    /// <summary>Counts one. Refuses with TooMany when it is one too many.</summary>
    internal void Take(Visitor visitor)
    {
        if (isOff) return;
        var now = visitor.Clock.Now();
        if (told.Count > MostRemembered)
            foreach (var (old, _) in told.Where(t => now - t.Value.Since > Hour || told.Count > 2 * MostRemembered)) told.TryRemove(old, out _);
        var (count, since) = told.AddOrUpdate(Devices.Network(visitor.Address), (1, now), (_, was) => now - was.Since >= Hour ? (1, now) : (was.Count + 1, was.Since));
        if (count > AnHour) throw Refusal.TooMany(since + Hour - now);
    }

    /// <summary>Refuses with TooMany when there is none left, whatever the answer would be.</summary>
    internal void Demand(Visitor visitor)
    {
        var now = visitor.Clock.Now();
        if (!isOff && told.TryGetValue(Devices.Network(visitor.Address), out var was) && was.Count >= AnHour && now - was.Since < Hour) throw Refusal.TooMany(was.Since + Hour - now);
    }

    /// <summary>Registers; an address that turns out to be taken counts.</summary>
    internal async Task<T> Counted<T>(Visitor visitor, Func<Task<T>> register)
    {
        try { return await register(); }
        catch (Refusal taken) when (taken.Code == "email_taken")
        {
            Take(visitor);
            throw;
        }
    }
}
