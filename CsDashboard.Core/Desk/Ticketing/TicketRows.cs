using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using Parts = CsDashboard.Foundation.Storage.CompiledRead<
    CsDashboard.Desk.Ticketing.TicketValues,
    CsDashboard.Desk.Ticketing.TicketRow
>.Parts;

namespace CsDashboard.Desk.Ticketing;

/// <summary>The one projection of a ticket in a list.</summary>
internal static class TicketRows
{
    // Outer joins by key after the page is cut: fifty look-ups, whatever the table holds.
    public static Expression<Func<Ticket, TicketRow>> Of(Parts given) =>
        t => new TicketRow
        {
            Id = t.Id,
            Number = t.Number,
            Subject = t.Subject,
            Status = t.Status,
            Priority = t.Priority,
            Category = t.Category,
            Type = t.Type,
            CustomerId = t.CustomerId,
            CustomerName = given.Database.Set<Customer>().Where(c => c.Id == t.CustomerId).Select(c => c.Name).First(),
            AssigneeId = t.AssigneeId,
            AssigneeName = given
                .Database.Set<User>()
                .Where(u => u.TenantId == given.Values.Tenant && u.Id == t.AssigneeId)
                .Select(u => u.Name)
                .FirstOrDefault(),
            MessageCount = t.MessageCount,
            LastMessageAt = t.LastMessageAt,
            AwaitsStaff = t.AwaitsStaff,
            CreatedAt = t.CreatedAt,
            UpdatedAt = t.UpdatedAt,
            NextDueAt = t.NextDueAt,
            FirstRespondedAt = t.FirstRespondedAt,
            TagText = t.TagText,
            SeenAt = given
                .Database.Set<TicketRead>()
                .Where(r => r.UserId == given.Values.Me && r.TicketId == t.Id)
                .Select(r => (DateTimeOffset?)r.SeenAt)
                .FirstOrDefault(),
            Short = t.Short,
            CustomerPublicId = given.Database.Set<Customer>().Where(c => c.Id == t.CustomerId).Select(c => c.PublicId).First(),
        };
}
