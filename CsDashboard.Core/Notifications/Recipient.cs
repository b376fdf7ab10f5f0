using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>Somebody to tell. Without a user id there is no inbox, only mail.</summary>
public sealed record Recipient(Guid? UserId, Guid? CustomerId, string Name, string Email, string Language)
{
    /// <summary>Whether it is known that they read mail at the address. Until then nothing goes there but the mail that asks for it.</summary>
    public bool IsConfirmed { get; init; } = true;
}
