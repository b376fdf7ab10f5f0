using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>Alerts about money (contract C18: one store), with what was written of them.</summary>
public sealed class FraudAlerts(Store store)
{
    /// <summary>
    /// The newest first, for admins: of a customer, of a state; null for all. The note is the last that somebody wrote. Invalid for a limit
    /// outside 1 to 100.
    /// </summary>
    public async Task<IReadOnlyList<(SecurityAlert Alert, string? Note)>> List(
        Actor actor,
        Guid? customerId = null,
        CaseState? state = null,
        int skip = 0,
        int limit = 50
    )
    {
        actor.Demand(SecurityRights.Oversee);
        ListPart.DemandSkip(skip, limit);
        await using var db = store.Open(actor);
        var alerts = db.SecurityAlerts.Where(a => a.Type == AlertType.SuspiciousTransaction);
        if (customerId is { } customer)
            alerts = alerts.Where(a => a.CustomerId == customer);
        if (state is { } wanted)
            alerts = alerts.Where(a => a.State == wanted);
        var notes = db.CaseNotes;
        var rows = await alerts
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Id)
            .Skip(skip)
            .Take(limit)
            .Select(a => new
            {
                Alert = a,
                Note = notes.Where(n => n.CaseId == a.Id).OrderByDescending(n => n.At).Select(n => n.Text).FirstOrDefault(),
            })
            .ToListAsync();
        return rows.ConvertAll(r => (r.Alert, (string?)r.Note));
    }
}
