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
    private readonly bool isOff = settings.Value.RateLimit.PerHour == 0;
    private readonly Hourly told = new(mostRemembered: 20_000);

    /// <summary>Counts one. Refuses with TooMany when it is one too many.</summary>
    internal void Take(Visitor visitor)
    {
        if (isOff) return;
        var now = visitor.Clock.Now();
        var (count, until) = told.Take(AddressBlock.Of(visitor.Address), now);
        if (count > AnHour) throw Refusal.TooMany(until - now);
    }

    /// <summary>Refuses with TooMany when there is none left, whatever the answer would be.</summary>
    internal void Demand(Visitor visitor)
    {
        if (isOff) return;
        var now = visitor.Clock.Now();
        var (count, until) = told.Look(AddressBlock.Of(visitor.Address), now);
        if (count >= AnHour) throw Refusal.TooMany(until - now);
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
