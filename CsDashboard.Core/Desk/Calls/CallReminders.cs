using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Calls;

/// <summary>Both sides of a call are told of it an hour before and ten minutes before, each once.</summary>
public sealed class CallReminders(Store store)
{
    /// <summary>All that begin soon in the actor's company; for the schedule.</summary>
    public async Task Run(Actor company)
    {
        var (now, until) = (company.Now, company.Now.AddMinutes(CallRequest.Marks[0]));
        List<Guid> near;
        await using (var db = store.Open(company))
            near = await db
                .CallRequests.Where(c => c.Status == CallStatus.Scheduled && c.ScheduledAt > now && c.ScheduledAt <= until)
                .Select(c => c.Id)
                .ToListAsync();
        foreach (var id in near)
            await store.Write(
                company,
                async db =>
                {
                    var call = await db.CallRequests.SingleOrDefaultAsync(c => c.Id == id);
                    if (call?.Remind(now) is not { } minutes)
                        return;
                    var name = await db.Customers.Where(c => c.Id == call.CustomerId).Select(c => c.Name).SingleAsync();
                    db.Record(new CallNear(call.Id, call.CustomerId, name, call.AgentId, call.ScheduledAt!.Value, minutes));
                }
            );
    }
}
