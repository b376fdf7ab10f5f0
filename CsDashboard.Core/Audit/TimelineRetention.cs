using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>What was recorded about customers: the entries stay in their chain, what they said goes.</summary>
internal sealed class TimelineRetention(Redaction redaction) : IRetain
{
    public string Kind => "timeline";

    public Task<int> RemoveSome(Actor company, DateTimeOffset before) =>
        redaction.TakeOut(company, db => Task.FromResult(db.Events.Where(e => e.At < before && e.ForCustomer != null)), [], "retention");
}
