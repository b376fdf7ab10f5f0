using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security.Telling;

/// <summary>What programs tell of people's security, and everything that was seen or told (contract C18: one store).</summary>
public sealed class ToldEvents(Store store)
{
    /// <summary>
    /// Writes an event down, and lets the person's risk follow. For staff and the service key. Invalid (event_type, ip_address, severity,
    /// risk_score, details, …) for what is missing or can't be kept.
    /// </summary>
    public Task<Guid> Record(Actor actor, Told who, EventInput input)
    {
        actor.Demand(SecurityRights.See);
        var told = Read(actor, who, input);
        return store.Write(
            actor,
            async db =>
            {
                await Add(db, who, told);
                db.Record(new SecurityEventTold(told.Id, who.CustomerId, told.Kind, told.Severity, who.Word));
                return told.Id;
            }
        );
    }

    /// <summary>
    /// The newest first, for admins. Invalid for a limit outside 1 to 100. A person is found by their word and as the customer they are.
    /// </summary>
    public async Task<IReadOnlyList<SecurityEvent>> List(Actor actor, EventFilter filter, int skip = 0, int limit = 50)
    {
        actor.Demand(SecurityRights.Oversee);
        ListPart.DemandSkip(skip, limit);
        await using var db = store.Open(actor);
        return await Of(db, filter).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(skip).Take(limit).ToListAsync();
    }

    internal static IQueryable<SecurityEvent> Of(AppDb db, EventFilter filter)
    {
        var (events, customer) = (db.SecurityEvents.AsQueryable(), filter.CustomerId);
        if (filter.Who is { } who)
            events = events.Where(e => e.Who == who || (customer != null && e.CustomerId == customer));
        if (filter.Kind is { } kind)
            events = events.Where(e => e.Kind == kind);
        return filter.Severity is { } severity ? events.Where(e => e.Severity == severity) : events;
    }

    /// <summary>Inside a write: the event, and what it does to the person's risk.</summary>
    internal static async Task Add(AppDb db, Told who, SecurityEvent told)
    {
        db.SecurityEvents.Add(told);
        await RiskProfiles.Learn(db, who, told.Kind, told.Risk);
    }

    private static SecurityEvent Read(Actor actor, Told who, EventInput input) =>
        new()
        {
            CustomerId = who.CustomerId,
            At = actor.Now,
            Kind = ToldText.Demand("event_type", input.Kind, SecurityEvent.MaxKind),
            Severity = Word.Read<Severity>("severity", input.Severity) ?? Severity.Medium,
            Who = who.Word,
            Address = ToldText.Demand("ip_address", input.Address, SecurityEvent.MaxAddress),
            Agent = ToldText.Optional("user_agent", input.Agent, SecurityEvent.MaxAgent),
            Risk = input.Risk is >= 0 and <= 1 ? input.Risk : throw Refusal.Invalid("risk_score", Words.Of("Range_Beyond", 0, 1)),
            Details = ToldDetails.Read(input.Details),
            Action = ToldText.Optional("action_taken", input.Action, SecurityEvent.MaxAction),
        };
}
