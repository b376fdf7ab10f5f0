namespace CsDashboard.Foundation;

/// <summary>
/// Who acts, for which company, in which role, when. Every verb takes it first, so tenant, rights, audit and time
/// come from one place. It is passed, never ambient: a circuit outlives a request and a job has none.
/// </summary>
public sealed record Actor
{
    /// <summary>The company; <see cref="Guid.Empty"/> acts for none and sees no company's rows.</summary>
    public required Guid TenantId { get; init; }
    public required Role Role { get; init; }
    public Guid? UserId { get; init; }

    /// <summary>The customer behind a user of role Customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The session the actor came with. Ending it refuses every further verb.</summary>
    public Guid? SessionId { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Two-letter language in which this actor is spoken to: en or ar.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The digits in which this actor reads numbers: latn or arab; null for those of the language.</summary>
    public string? Digits { get; init; }

    /// <summary>IANA name of the zone in which this actor reads times.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Remote address, for the trail and for lock-outs.</summary>
    public string? Address { get; init; }
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// The key that identifies this call when it is sent again; verbs that move points, orders or rewards act on it once
    /// (<see cref="Storage.Once"/>).
    /// </summary>
    public Storage.OnceKey? Once { get; init; }

    /// <summary>History is being entered (demo, import): nobody is notified.</summary>
    public bool Silent { get; init; }

    /// <summary>Their company requires a second factor and they have none yet: they may only set it up.</summary>
    public bool NeedsSecondFactor { get; init; }

    /// <summary>UTC, cut to whole milliseconds so that both databases and every cursor hold the same instant.</summary>
    public DateTimeOffset Now => Clock.Now();

    public bool IsStaff => Role is Role.Agent or Role.Admin or Role.Service or Role.System;

    /// <summary>Refuses with Forbidden when the role does not hold the right. The product itself holds all.</summary>
    public void Demand(Right right)
    {
        DemandSecondFactor();
        if (!May(right))
            throw Refusal.Forbidden();
    }

    /// <summary>Whether the role holds the right, for verbs that do less without it.</summary>
    public bool May(Right right) => Role == Role.System || right.Roles.Contains(Role);

    /// <summary>The customer this actor is; anyone else is Forbidden.</summary>
    public Guid DemandCustomer()
    {
        DemandSecondFactor();
        return Role == Role.Customer && CustomerId is { } id ? id : throw Refusal.Forbidden();
    }

    /// <summary>Refuses with Forbidden an actor who must have a second factor and has none.</summary>
    public void DemandSecondFactor()
    {
        if (NeedsSecondFactor)
            throw Refusal.Forbidden(Words.Of("SecondFactor_Demanded"), "second_factor_setup_required");
    }

    /// <summary>The user this actor is; a program without a user is Forbidden.</summary>
    public Guid DemandUser() => UserId ?? throw Refusal.Forbidden();

    /// <summary>The product acting for one company.</summary>
    public static Actor System(Guid tenantId, TimeProvider? clock = null) =>
        new()
        {
            TenantId = tenantId,
            Role = Role.System,
            Name = "System",
            Clock = clock ?? TimeProvider.System,
        };
}
