using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security;

/// <summary>
/// Something that happened to an account, or that a program told of somebody (contract C18: one store). Its owner reads what has a
/// <see cref="Type"/>. Never changed.
/// </summary>
public sealed class SecurityEvent : ITenantOwned
{
    public const int MaxKind = 60,
        MaxWho = 100,
        MaxAddress = 64,
        MaxAgent = 400,
        MaxDetails = 8_192,
        MaxAction = 60;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>None for what happened to a customer who has no account.</summary>
    public Guid? UserId { get; init; }
    public Guid? CustomerId { get; set; }
    public DateTimeOffset At { get; init; }

    /// <summary>Null for what is none of those kinds.</summary>
    public SecurityEventType? Type { get; init; }

    /// <summary>The word of the type, or the teller's own.</summary>
    public required string Kind { get; init; }
    public Severity Severity { get; init; }
    public bool Succeeded { get; init; } = true;

    /// <summary>A detail beyond the type: a key of Words; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>The value of the detail, such as the name of a passkey.</summary>
    public string? Value { get; init; }
    public string? Address { get; init; }
    public string? Device { get; init; }

    /// <summary>Whom a program told it of, in its own words; null for what was seen here.</summary>
    public string? Who { get; init; }

    /// <summary>The user agent that it told.</summary>
    public string? Agent { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal Risk { get; init; }

    /// <summary>JSON, without what looks like a secret.</summary>
    public string? Details { get; init; }

    /// <summary>What was done about it, in the teller's words.</summary>
    public string? Action { get; init; }
}
