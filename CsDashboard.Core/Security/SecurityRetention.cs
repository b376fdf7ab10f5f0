using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>The history of accounts, with addresses and devices. Alerts and reports stay: they are the company's work.</summary>
internal sealed class SecurityRetention(Store store) : IRetain
{
    public string Kind => "security_events";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        store.Write(
            company,
            async db =>
            {
                var ids = await db.SecurityEvents.Where(e => e.At < before).OrderBy(e => e.At).Take(500).Select(e => e.Id).ToListAsync();
                return ids.Count == 0 ? 0 : await db.SecurityEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync();
            }
        );
}
