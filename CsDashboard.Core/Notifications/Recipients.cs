using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>Whom to notify, within the company of the open database. Disabled users are left out.</summary>
public static class Recipients
{
    /// <summary>Null when there is no such user or the user is disabled.</summary>
    public static Task<Recipient?> OfUser(AppDb db, Guid userId) => Enabled(db, u => u.Id == userId).SingleOrDefaultAsync();

    public static async Task<IReadOnlyList<Recipient>> Admins(AppDb db) => await Enabled(db, u => u.Role == Role.Admin).ToListAsync();

    /// <summary>Agents and admins.</summary>
    public static async Task<IReadOnlyList<Recipient>> Agents(AppDb db) =>
        await Enabled(db, u => u.Role == Role.Agent || u.Role == Role.Admin).ToListAsync();

    /// <summary>The users who are this customer, usually one; none when the customer has no account.</summary>
    public static async Task<IReadOnlyList<Recipient>> OfCustomer(AppDb db, Guid customerId) =>
        await Enabled(db, u => u.CustomerId == customerId && u.Role == Role.Customer).ToListAsync();

    private static IQueryable<Recipient> Enabled(AppDb db, Expression<Func<User, bool>> which) =>
        db
            .Users.AsNoTracking()
            .Where(u => u.DisabledAt == null)
            .Where(which)
            .OrderBy(u => u.Name)
            .ThenBy(u => u.Id)
            .Select(u => new Recipient(u.Id, u.CustomerId, u.Name, u.Email!, u.Language) { IsConfirmed = u.EmailConfirmed });
}
