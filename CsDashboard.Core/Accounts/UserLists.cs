using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The accounts of a company as lists: on the page, and as a file.</summary>
public sealed class UserLists(Store store)
{
    private static readonly Orders<User> InOrder = new Orders<User>(u => u.Id)
        .By("name", u => u.FoldedName)
        .By("email", u => u.NormalizedEmail)
        .By("active", u => u.LastActiveAt)
        .By("created", u => u.CreatedAt);

    internal static readonly Expression<Func<User, UserRow>> Row = u => new UserRow
    {
        Id = u.Id,
        Name = u.Name,
        Email = u.Email!,
        Role = u.Role,
        IsDisabled = u.DisabledAt != null,
        HasPassword = u.PasswordHash != null,
        HasSecondFactor = u.TwoFactorEnabled,
        CreatedAt = u.CreatedAt,
        LastActiveAt = u.LastActiveAt == User.Never ? null : u.LastActiveAt,
    };

    /// <summary>Words of the orders that a list can have; the first is the usual one.</summary>
    public static IReadOnlyCollection<string> Sorts => InOrder.Words;

    /// <summary>Accounts of the company, without those of people who were erased.</summary>
    public async Task<Slice<UserRow>> List(Actor actor, UserFilter? filter = null, ListPlace? place = null)
    {
        actor.Demand(AccountRights.ManageUsers);
        await using var db = store.Open(actor);
        return await InOrder.Read(Of(db, filter ?? new()), place ?? new(), Row);
    }

    /// <summary>
    /// All of what <see cref="List"/> shows page by page, in the same order. The export is recorded before its first row.
    /// </summary>
    public async IAsyncEnumerable<UserRow> Export(
        Actor actor,
        UserFilter filter,
        ListPlace place,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(AccountRights.ManageUsers);
        await using var db = store.Open(actor);
        var users = Asked(db, filter, place);
        var count = await users.CountAsync(cancellation);
        await store.Record(actor, new UsersExported(actor.TenantId, filter.OfCustomers is not false, filter.Told, count), cancellation);
        await foreach (var row in users.Select(Row).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row;
    }

    internal static IQueryable<User> Asked(AppDb db, UserFilter filter, ListPlace place) => InOrder.Sorted(Of(db, filter), place);

    private static IQueryable<User> Of(AppDb db, UserFilter filter)
    {
        var users = db.Users.Where(u => u.Name != "");
        users = filter.OfCustomers switch
        {
            true => users.Where(u => u.Role == Role.Customer),
            false => users.Where(u => u.Role == Role.Agent || u.Role == Role.Admin),
            null => users,
        };
        foreach (var piece in Sought.For(filter.Search)?.Pieces ?? [])
        {
            var (name, email) = (piece.Folded, piece.Typed.ToLowerInvariant());
            users = users.Where(u => (name != "" && u.FoldedName.Contains(name)) || u.NormalizedEmail!.Contains(email));
        }
        if (Word.Read<Role>("role", filter.Role) is { } role)
            users = users.Where(u => u.Role == role);
        users = Word.Read<UserState>("state", filter.State) switch
        {
            UserState.Active => users.Where(u => u.DisabledAt == null && u.PasswordHash != null),
            UserState.Invited => users.Where(u => u.DisabledAt == null && u.PasswordHash == null),
            UserState.Deactivated => users.Where(u => u.DisabledAt != null),
            null => users,
        };
        return filter.SecondFactor switch
        {
            "on" => users.Where(u => u.TwoFactorEnabled),
            "off" => users.Where(u => !u.TwoFactorEnabled),
            null or "" => users,
            _ => throw Refusal.Invalid("secondFactor", Words.Of("Word_Unknown", "on, off")),
        };
    }
}
