using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>Counts a customer's tickets, complaints among them, and ratings into the record.</summary>
public sealed class TicketFigures
    : IHandle<TicketOpened>,
        IHandle<TicketChanged>,
        IHandle<StatusChanged>,
        IHandle<FeedbackGiven>,
        ICountForCustomers
{
    public Task Handle(Recorded<TicketOpened> happening, AppDb db) => Count(db, happening.Event.CustomerId);

    // It became a complaint, or no longer is one.
    public async Task Handle(Recorded<TicketChanged> happening, AppDb db)
    {
        var (id, type) = (happening.Event.TicketId, happening.Event.To.Type);
        if (
            type == happening.Event.From.Type
            || await db.Tickets.Where(t => t.Id == id).Select(t => (Guid?)t.CustomerId).SingleOrDefaultAsync() is not { } customer
        )
            return;
        await Count(db, customer, wasOurs: happening.Event.From.Type == TicketType.Complaint);
    }

    public Task Handle(Recorded<StatusChanged> happening, AppDb db) => Count(db, happening.Event.CustomerId);

    public Task Handle(Recorded<FeedbackGiven> happening, AppDb db) => Count(db, happening.Event.CustomerId);

    public async Task<Func<Guid, CustomerFigures, CustomerFigures>> Count(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        var tickets = (
            await db
                .Tickets.Where(t => customers.Contains(t.CustomerId))
                .GroupBy(t => new
                {
                    t.CustomerId,
                    t.IsOpen,
                    IsComplaint = t.Type == TicketType.Complaint,
                })
                .Select(g => new
                {
                    g.Key.CustomerId,
                    g.Key.IsOpen,
                    g.Key.IsComplaint,
                    Count = g.Count(),
                    Last = g.Max(t => t.CreatedAt),
                })
                .ToListAsync()
        ).ToLookup(g => g.CustomerId);
        var ratings = await db
            .Feedback.Where(f => customers.Contains(f.CustomerId))
            .GroupBy(f => f.CustomerId)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Sum = g.Sum(f => f.Rating),
            })
            .ToDictionaryAsync(g => g.Key);
        return (id, figures) =>
        {
            var (own, complaints, rated) = (tickets[id], tickets[id].Where(g => g.IsComplaint).ToList(), ratings.GetValueOrDefault(id));
            return figures with
            {
                TotalTickets = own.Sum(g => g.Count),
                OpenTickets = own.Where(g => g.IsOpen).Sum(g => g.Count),
                Ratings = rated?.Count ?? 0,
                RatingSum = rated?.Sum ?? 0,
                TotalComplaints = complaints.Sum(g => g.Count),
                OpenComplaints = complaints.Where(g => g.IsOpen).Sum(g => g.Count),
                LastComplaintAt = complaints.Max(g => (DateTimeOffset?)g.Last),
            };
        };
    }

    private async Task Count(AppDb db, Guid customerId, bool wasOurs = false)
    {
        var count = await Count(db, [customerId]);
        if (await db.Customers.AsTracking().SingleOrDefaultAsync(c => c.Id == customerId) is not { } customer)
            return;
        var figures = count(customerId, customer.Figures);
        // No complaint of ours; an outside service may have reported others.
        if (figures.TotalComplaints == 0 && !wasOurs)
            figures = figures.WithComplaintsOf(customer.Figures);
        if (customer.Count(figures))
            db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, customerId));
    }
}
