using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>A question that nobody answered for a day becomes a ticket of whoever asked, so that somebody of the team has it.</summary>
public sealed class QuestionTickets(TicketsOfRooms tickets) : IHandle<QuestionLeft>
{
    public async Task Handle(Recorded<QuestionLeft> happening, AppDb db)
    {
        db.AsOf(happening);
        var e = happening.Event;
        var asked = await db.Questions.SingleOrDefaultAsync(q => q.Id == e.QuestionId);
        // Answered, turned down or erased meanwhile.
        if (asked is not { CustomerId: { } customer, State: PostState.Published, AnsweredAt: null })
            return;
        var language = await db.Customers.Where(c => c.Id == customer).Select(c => c.Language).SingleAsync();
        await tickets.Open(
            db,
            customer,
            new NewTicket
            {
                Title = Lines.Cut(Words.In(language, "Question_Ticket", e.Product), NewTicket.MaxTitle),
                Description = asked.Text,
                Type = "question",
                Topic = "products",
                Key = "question-" + asked.Id.ToString("N"),
            }
        );
    }
}
