using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>A recipient. Without a user id there is no inbox, only mail.</summary>
public sealed record Recipient(Guid? UserId, Guid? CustomerId, string Name, string Email, string Language)
{
    /// <summary>Whether they have confirmed the address. Until then only the mail that asks for it goes there.</summary>
    public bool IsConfirmed { get; init; } = true;

    /// <summary>A day as they read it in a text.</summary>
    public string Day(DateTimeOffset at) => at.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(Language == "ar" ? "ar-EG" : "en"));
}
