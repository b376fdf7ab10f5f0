using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>Counts a customer's tickets, complaints among them, and ratings into the record.</summary>
public sealed class TicketFigures
    : IHandleMany<TicketOpened>,
        IHandle<TicketChanged>,
        IHandle<StatusChanged>,
        IHandle<FeedbackGiven>,
        ICountForCustomers
{
    public Task Handle(IReadOnlyList<Recorded<TicketOpened>> happenings, AppDb db) =>
        CountAll(db, [.. happenings.Select(h => h.Event.CustomerId).Distinct()]);

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

    private sealed record Asked(Guid[] Customers);

    private sealed record Part(Guid CustomerId, bool IsOpen, bool IsComplaint, int Count, DateTimeOffset Last);

    private static readonly CompiledRead<Asked, Part> Parts = new(
        (db, asked) =>
            db.Set<Ticket>()
                .Where(t => asked.Customers.Contains(t.CustomerId))
                .GroupBy(t => new
                {
                    t.CustomerId,
                    t.IsOpen,
                    IsComplaint = t.Type == TicketType.Complaint,
                })
                .Select(g => new Part(g.Key.CustomerId, g.Key.IsOpen, g.Key.IsComplaint, g.Count(), g.Max(t => t.CreatedAt)))
    );

    private sealed record Rated(Guid CustomerId, int Count, int Sum);

    private static readonly CompiledRead<Asked, Rated> Ratings = new(
        (db, asked) =>
            db.Set<Feedback>()
                .Where(f => asked.Customers.Contains(f.CustomerId))
                .GroupBy(f => f.CustomerId)
                .Select(g => new Rated(g.Key, g.Count(), g.Sum(f => f.Rating)))
    );

    public async Task<Func<Guid, CustomerFigures, CustomerFigures>> Count(AppDb db, IReadOnlyCollection<Guid> customers)
    {
        var asked = new Asked([.. customers]);
        var tickets = (await Parts.List(db, asked)).ToLookup(g => g.CustomerId);
        var ratings = (await Ratings.List(db, asked)).ToDictionary(g => g.CustomerId);
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

    private Task Count(AppDb db, Guid customerId, bool wasOurs = false) => CountAll(db, [customerId], wasOurs);

    private async Task CountAll(AppDb db, IReadOnlyCollection<Guid> ids, bool wasOurs = false)
    {
        var count = await Count(db, ids);
        foreach (var customer in await db.Customers.AsTracking().Where(c => ids.Contains(c.Id)).ToListAsync())
        {
            var figures = count(customer.Id, customer.Figures);
            // No complaint of ours; an outside service may have reported others.
            if (figures.TotalComplaints == 0 && !wasOurs)
                figures = figures.WithComplaintsOf(customer.Figures);
            if (customer.Count(figures))
                db.AnnounceAfterCommit(Topic.Of(db.Actor.TenantId, customer.Id));
        }
    }
}
