using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>Until when a way in is closed. SparesCodes: it stays open to anyone who also shows a second factor.</summary>
internal sealed record Closed(DateTimeOffset Until, bool SparesCodes = false)
{
    public Refusal Refusal(DateTimeOffset now) =>
        Foundation.Refusal.TooMany(
            Until - now,
            Words.Of(SparesCodes ? "SignIn_LockedToStrangers" : "SignIn_Locked", Math.Ceiling((Until - now).TotalMinutes))
        );
}
