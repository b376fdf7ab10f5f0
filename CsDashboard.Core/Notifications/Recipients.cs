using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>Whom to notify, within the company of the open database. Disabled users are left out.</summary>
public static class Recipients
{
    /// <summary>Null when there is no such user or the user is disabled.</summary>
    public static Task<Recipient?> OfUser(AppDb db, Guid userId) => One.First(db, new(db.Actor.TenantId, userId));

    public static async Task<IReadOnlyList<Recipient>> Admins(AppDb db) => (await db.Once(Staff.Of)).Admins;

    /// <summary>Agents and admins.</summary>
    public static async Task<IReadOnlyList<Recipient>> Agents(AppDb db) => (await db.Once(Staff.Of)).All;

    /// <summary>The users who are this customer, usually one; none when the customer has no account.</summary>
    public static async Task<IReadOnlyList<Recipient>> OfCustomer(AppDb db, Guid customerId) =>
        await Customer.List(db, new(db.Actor.TenantId, customerId));

    private sealed record Asked(Guid Tenant, Guid Id);

    private static readonly CompiledRead<Asked, Recipient> One = new(
        (db, asked) =>
            db.Set<User>()
                .Where(u => u.TenantId == asked.Tenant && u.Id == asked.Id && u.DisabledAt == null)
                .Select(u => new Recipient(u.Id, u.CustomerId, u.Name, u.Email!, u.Language) { IsConfirmed = u.EmailConfirmed })
    );

    private static readonly CompiledRead<Asked, Recipient> Customer = new(
        (db, asked) =>
            db.Set<User>()
                .Where(u => u.TenantId == asked.Tenant && u.CustomerId == asked.Id && u.Role == Role.Customer && u.DisabledAt == null)
                .OrderBy(u => u.Name)
                .ThenBy(u => u.Id)
                .Select(u => new Recipient(u.Id, u.CustomerId, u.Name, u.Email!, u.Language) { IsConfirmed = u.EmailConfirmed })
    );

    /// <summary>The company's own people, who are told of nearly everything: read once for a batch of events.</summary>
    private sealed record Staff(IReadOnlyList<Recipient> All, IReadOnlyList<Recipient> Admins)
    {
        private sealed record Colleague(Role Role, Recipient Recipient);

        private static readonly CompiledRead<Asked, Colleague> Colleagues = new(
            (db, asked) =>
                db.Set<User>()
                    .Where(u => u.TenantId == asked.Tenant && (u.Role == Role.Agent || u.Role == Role.Admin) && u.DisabledAt == null)
                    .OrderBy(u => u.Name)
                    .ThenBy(u => u.Id)
                    .Select(u => new Colleague(
                        u.Role,
                        new Recipient(u.Id, u.CustomerId, u.Name, u.Email!, u.Language) { IsConfirmed = u.EmailConfirmed }
                    ))
        );

        public static async Task<Staff> Of(AppDb db)
        {
            var all = await Colleagues.List(db, new(db.Actor.TenantId, Guid.Empty));
            return new(all.ConvertAll(c => c.Recipient), [.. all.Where(c => c.Role == Role.Admin).Select(c => c.Recipient)]);
        }
    }
}
