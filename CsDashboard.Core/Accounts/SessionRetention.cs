using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>Sign-ins that are over, with address and browser. (Tries to sign in are forgotten after a day in any case.)</summary>
internal sealed class SessionRetention(Store store) : IRetain
{
    public string Kind => "sign_ins";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        store.Write(
            company,
            async db =>
            {
                var tenant = company.TenantId;
                var ids = await db
                    .Sessions.Where(s => s.TenantId == tenant && (s.EndedAt < before || s.ExpiresAt < before))
                    .OrderBy(s => s.Id)
                    .Take(500)
                    .Select(s => s.Id)
                    .ToListAsync();
                return ids.Count == 0 ? 0 : await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync();
            }
        );
}
