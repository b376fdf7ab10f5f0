using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>
/// A visit of somebody, as it was told: it ends with thirty minutes without an event, and holds a thousand of them (contract: market,
/// Behaviour). One that goes on after it ended goes on as another.
/// </summary>
public sealed class Visit : ITenantOwned
{
    public const int MaxWho = 100,
        MaxWord = 60,
        MaxAddress = 64,
        MaxAgent = 400,
        MostEvents = 1_000;
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1_800);

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>In the teller's words.</summary>
    public required string Who { get; init; }

    /// <summary>The customer it is, where it is one of ours and somebody with the right said so.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>The same person whatever they are called: by whom people are counted.</summary>
    public required string Person { get; init; }
    public Trust Trust { get; init; }
    public required string Device { get; init; }
    public required string Browser { get; init; }
    public required string Os { get; init; }
    public required string Address { get; init; }
    public required string Agent { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset LastAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>From the first to the last that is known of it.</summary>
    public int Seconds { get; private set; }
    public int Pages { get; private set; }
    public int Interactions { get; private set; }
    public int Events { get; private set; }

    /// <summary>The one that this goes on from; null for none.</summary>
    public Guid? After { get; init; }

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now - LastAt < Lasts;

    internal static Visit Begun(Visit visit)
    {
        visit.LastAt = visit.StartedAt;
        return visit;
    }

    internal static Visit GoesOn(Visit from, DateTimeOffset now) =>
        Begun(
            new()
            {
                Who = from.Who,
                CustomerId = from.CustomerId,
                Person = from.Person,
                Trust = from.Trust,
                Device = from.Device,
                Browser = from.Browser,
                Os = from.Os,
                Address = from.Address,
                Agent = from.Agent,
                StartedAt = now,
                After = from.Id,
            }
        );

    /// <summary>False when it holds as many as it may: the event is not counted.</summary>
    internal bool Take(HitKind kind, DateTimeOffset now)
    {
        (LastAt, Seconds) = (now, (int)(now - StartedAt).TotalSeconds);
        if (Events >= MostEvents)
            return false;
        Events++;
        Pages += kind == HitKind.Page ? 1 : 0;
        Interactions += kind == HitKind.Interaction ? 1 : 0;
        return true;
    }

    internal void End(DateTimeOffset now) => (EndedAt, LastAt, Seconds) = (now, now, (int)(now - StartedAt).TotalSeconds);
}
