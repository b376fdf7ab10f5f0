using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>Tickets of type complaint, seen from their customer: they are counted in the record, and an open one keeps the customer from being deleted.</summary>
public sealed class Complaints(Store store) : IHandle<TicketOpened>, IHandle<StatusChanged>, ICustomerComplaints, IHoldCustomer, ICountForCustomers
{
    public async Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null)
    {
        actor.Demand(DeskRights.Answer);
        ComplaintWords.DemandLimit(limit);
        var statuses = ComplaintWords.Behind(ComplaintWords.Read(word));
        await using var db = store.Open(actor);
        var byStatus = await Of(db, customerId).GroupBy(t => t.Status).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(t => t.CreatedAt) }).ToListAsync();
        var wanted = Of(db, customerId);
        if (statuses.Count > 0) wanted = wanted.Where(t => statuses.Contains(t.Status));
        var newest = await wanted.OrderByDescending(t => t.CreatedAt).Take(limit)
            .Select(t => new { t.Id, t.Number, t.Category, t.Subject, t.Status, t.Priority, t.CreatedAt, t.ResolvedAt }).ToListAsync();
        return new CustomerComplaints(
            byStatus.Sum(s => s.Count), byStatus.Where(s => s.Key is not (TicketStatus.Resolved or TicketStatus.Closed)).Sum(s => s.Count),
            byStatus.Count == 0 ? null : byStatus.Max(s => s.Last), byStatus.GroupBy(s => ComplaintWords.Of(s.Key)).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            [.. newest.Select(t => new Complaint(t.Number, t.Id, null, ComplaintWords.Of(t.Category), t.Subject, ComplaintWords.Of(t.Status), ComplaintWords.Of(t.Priority), t.CreatedAt, t.ResolvedAt))]);
    }

    public Task Handle(Recorded<TicketOpened> happening, AppDb db) => Count(db, happening.Event.CustomerId);
    public Task Handle(Recorded<StatusChanged> happening, AppDb db) => Count(db, happening.Event.CustomerId);

    public async Task<string?> Why(AppDb db, Guid customerId)
    {
        var open = await Of(db, customerId).CountAsync(t => t.IsOpen);
        return open == 0 ? null : Words.Of("Customer_OpenComplaints", open);
    }

    public async Task<Func<Guid, CustomerFigures, CustomerFigures>> Count(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        var all = await db.Tickets.Where(t => customers.Contains(t.CustomerId) && t.Type == TicketType.Complaint).GroupBy(t => new { t.CustomerId, t.IsOpen })
            .Select(g => new { g.Key.CustomerId, g.Key.IsOpen, Count = g.Count(), Last = g.Max(t => t.CreatedAt) }).ToListAsync();
        var of = all.ToLookup(g => g.CustomerId);
        return (id, figures) => figures with { TotalComplaints = of[id].Sum(g => g.Count), OpenComplaints = of[id].Where(g => g.IsOpen).Sum(g => g.Count), LastComplaintAt = of[id].Max(g => (DateTimeOffset?)g.Last) };
    }

    private async Task Count(AppDb db, Guid customerId)
    {
        var count = await Count(db, [customerId]);
        if (await db.Customers.AsTracking().SingleOrDefaultAsync(c => c.Id == customerId) is not { } customer) return;
        var figures = count(customerId, customer.Figures);
        // None of ours: an outside service may have told of others.
        if (figures.TotalComplaints > 0 && customer.Count(figures)) db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, customerId));
    }

    private static IQueryable<Ticket> Of(AppDb db, Guid customerId) => db.Tickets.Where(t => t.CustomerId == customerId && t.Type == TicketType.Complaint);
}
