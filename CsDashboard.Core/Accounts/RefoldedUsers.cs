using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The names by which accounts are looked for.</summary>
internal sealed class RefoldedUsers : IKeepFolded
{
    private const int AtOnce = 200;

    public string Kept => "users";

    public async Task<string?> FoldSome(AppDb db, string? after)
    {
        var place = after is null ? Guid.Empty : Guid.Parse(after);
        var rows = await db.UsersEverywhere.Where(u => u.Id > place).OrderBy(u => u.Id).Take(AtOnce).ToListAsync();
        // It is derived from the name, which has not changed, so EF must be told.
        foreach (var user in rows)
            db.Entry(user).Property(u => u.FoldedName).IsModified = true;
        return rows.Count < AtOnce ? null : rows[^1].Id.ToString();
    }
}
