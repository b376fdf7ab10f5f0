using Microsoft.Extensions.Options;

namespace CsDashboard.Accounts;

/// <summary>
/// Limits who learns which addresses have accounts. Registering tells it, and so does validating an address (contract: enhanced, E-mail). A
/// network is told twenty times an hour, counted in this process; after that neither taken nor free addresses are answered, so that nobody
/// works through a list. Off where calls have no limit by the hour.
/// </summary>
public sealed class AddressTelling(IOptions<Settings> settings)
{
    internal const int AnHour = 20;
    private readonly bool isOff = settings.Value.RateLimit.PerHour == 0;
    private readonly Hourly told = new(mostRemembered: 20_000);

    /// <summary>Counts one. Refuses with TooMany when it is one too many.</summary>
    internal void Take(Visitor visitor)
    {
        if (isOff)
            return;
        var now = visitor.Clock.Now();
        var (count, until) = told.Take(AddressBlock.Of(visitor.Address), now);
        if (count > AnHour)
            throw Refusal.TooMany(until - now);
    }

    /// <summary>Refuses with TooMany when none is left, whatever the answer would have been.</summary>
    internal void Demand(Visitor visitor)
    {
        if (isOff)
            return;
        var now = visitor.Clock.Now();
        var (count, until) = told.Look(AddressBlock.Of(visitor.Address), now);
        if (count >= AnHour)
            throw Refusal.TooMany(until - now);
    }

    /// <summary>Registers; an address that turns out to be taken counts.</summary>
    internal async Task<T> Counted<T>(Visitor visitor, Func<Task<T>> register)
    {
        try
        {
            return await register();
        }
        catch (Refusal taken) when (taken.Code == "email_taken")
        {
            Take(visitor);
            throw;
        }
    }
}
