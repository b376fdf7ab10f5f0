using CsDashboard.Customers;
using CsDashboard.Desk.Complaints;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Complaints;

/// <summary>
/// Tickets of type complaint, seen from their customer: an open one keeps the customer from being deleted. They are counted by
/// <see cref="TicketFigures"/>.
/// </summary>
public sealed class TicketComplaints(Store store) : ICustomerComplaints, IHoldCustomer
{
    public async Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null)
    {
        actor.Demand(DeskRights.Answer);
        ListPart.DemandLimit(limit);
        var statuses = ComplaintWords.Behind(ComplaintWords.Read(word));
        await using var db = store.Open(actor);
        var byStatus = await Of(db, customerId)
            .GroupBy(t => t.Status)
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Last = g.Max(t => t.CreatedAt),
            })
            .ToListAsync();
        var wanted = Of(db, customerId);
        if (statuses.Count > 0)
            wanted = wanted.Where(t => statuses.Contains(t.Status));
        var newest = await wanted
            .OrderByDescending(t => t.CreatedAt)
            .ThenByDescending(t => t.Id)
            .Take(limit)
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Category,
                t.Subject,
                t.Status,
                t.Priority,
                t.CreatedAt,
                t.ResolvedAt,
            })
            .ToListAsync();
        return new CustomerComplaints(
            byStatus.Sum(s => s.Count),
            byStatus.Where(s => s.Key.IsOpen).Sum(s => s.Count),
            byStatus.Count == 0 ? null : byStatus.Max(s => s.Last),
            byStatus.GroupBy(s => ComplaintWords.Of(s.Key)).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            [
                .. newest.Select(t => new Complaint
                {
                    Number = t.Number,
                    TicketId = t.Id,
                    OrderId = null,
                    Category = ComplaintWords.Of(t.Category),
                    Subject = t.Subject,
                    Status = ComplaintWords.Of(t.Status),
                    Priority = ComplaintWords.Of(t.Priority),
                    CreatedAt = t.CreatedAt,
                    ResolvedAt = t.ResolvedAt,
                }),
            ]
        );
    }

    public async Task<string?> Why(AppDb db, Guid customerId)
    {
        var open = await Of(db, customerId).CountAsync(t => t.IsOpen);
        return open == 0 ? null : Words.Of("Customer_OpenComplaints", open);
    }

    private static IQueryable<Ticket> Of(AppDb db, Guid customerId) =>
        db.Tickets.Where(t => t.CustomerId == customerId && t.Type == TicketType.Complaint);
}
