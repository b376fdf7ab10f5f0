using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Something that should not be so: with an account, with a customer, or with both.</summary>
public sealed record Suspect(AlertType Type, Severity Severity)
{
    /// <summary>The account; without one, the first of the customer's, if they have any.</summary>
    public Guid? UserId { get; init; }
    /// <summary>The customer; without one, whom the account is of.</summary>
    public Guid? CustomerId { get; init; }
    /// <summary>Who it is about, where there may be no account that says it.</summary>
    public string? Name { get; init; }
    /// <summary>The neighbourhood of the address.</summary>
    public string? Block { get; init; }
    public string? Device { get; init; }
    /// <summary>More than the type says: a key of <see cref="Words"/>, with its value.</summary>
    public string? Detail { get; init; }
    public string? Value { get; init; }
    /// <summary>One of the same type that was raised within this time before stands for this one, too.</summary>
    public TimeSpan Within { get; init; }
}
