using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Something that looks wrong about an account, a customer or both.</summary>
public sealed record Suspect(AlertType Type, Severity Severity)
{
    /// <summary>The account; without one, the first of the customer's, if they have any.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The customer; without one, the account's own.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The person's name, where there may be no account to take it from.</summary>
    public string? Name { get; init; }

    /// <summary>The neighbourhood of the address.</summary>
    public string? Block { get; init; }
    public string? Device { get; init; }

    /// <summary>A detail beyond the type: a key of <see cref="Words"/>, with its value.</summary>
    public string? Detail { get; init; }
    public string? Value { get; init; }

    /// <summary>The payment it is about: its number, its amount, how risky it was, and what spoke against it, a line each.</summary>
    public string? TransactionId { get; init; }
    public decimal? Amount { get; init; }
    public string? Currency { get; init; }
    public decimal? Score { get; init; }
    public string? Factors { get; init; }

    /// <summary>An alert of the same type raised within this time covers this one, too.</summary>
    public TimeSpan Within { get; init; }
}
