using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>Membership's support tickets, which are the desk's tickets under their numbers (contract C11, C12).</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this Api api)
    {
        var support = api.Members("support");
        support
            .MapPost("/{customerId}/ticket", Open)
            .WithName("openSupportTicket")
            .WithSummary("Opens a ticket")
            .ProducesProblem(400)
            .ProducesProblem(404);
        support
            .MapGet("/{customerId}/tickets", List)
            .WithName("listSupportTickets")
            .WithSummary("A customer's tickets, newest first; header X-Next-Cursor names the next part")
            .ProducesProblem(400)
            .ProducesProblem(404);
        support
            .MapGet("/ticket/{ticketId}", Get)
            .WithName("getSupportTicket")
            .WithSummary("A ticket by its number, with its comments oldest first")
            .ProducesProblem(404);
        support
            .MapPost("/ticket/{ticketId}/comment", Comment)
            .WithName("commentSupportTicket")
            .WithSummary("Writes to the other side")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MembersByStaff("support")
            .MapPut("/ticket/{ticketId}/status", Move)
            .WithName("moveSupportTicket")
            .WithSummary("Gives a ticket another status: open, in-progress, resolved or closed")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<SupportTicketAnswer>>> Open(
        Actor actor,
        CustomerVerbs customers,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        string customerId,
        SupportTicket input
    )
    {
        var customer = await customers.Whose(actor, customerId);
        return MemberCalls.Enveloped(
            SupportTicketAnswer.Of(
                actor.Role == Role.Customer ? await tickets.Open(actor, input.Ticket) : await tickets.OpenFor(actor, customer, input.Ticket)
            )
        );
    }

    private static async Task<Ok<Enveloped<SupportTicketAnswer[]>>> List(
        HttpContext http,
        Actor actor,
        CustomerVerbs customers,
        TicketLists lists,
        string customerId,
        string? after = null,
        int limit = 50
    )
    {
        var page = await lists.List(
            actor,
            new TicketFilter
            {
                CustomerId = await customers.Whose(actor, customerId),
                Sort = "created",
                After = after,
                Size = limit,
            }
        );
        http.TellNext(page.Next);
        return MemberCalls.Enveloped(page.Items.Select(SupportTicketAnswer.Of).ToArray());
    }

    private static async Task<Ok<Enveloped<SupportDetailAnswer>>> Get(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        string ticketId,
        string? before = null
    )
    {
        var ticket = await lists.Get(actor, await lists.Numbered(actor, ticketId), before);
        http.TellOlder(ticket);
        return MemberCalls.Enveloped(SupportDetailAnswer.Of(ticket));
    }

    private static async Task<Ok<Enveloped<SupportCommentAnswer>>> Comment(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        TicketLists lists,
        string ticketId,
        SupportComment input
    )
    {
        var id = await lists.Numbered(actor, ticketId);
        return MemberCalls.Enveloped(
            SupportCommentAnswer.Of(await tickets.Reply(actor, id, new NewMessage { Body = input.Checked().Comment }))
        );
    }

    private static async Task<Ok<Enveloped<SupportMovedAnswer>>> Move(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        TicketLists lists,
        string ticketId,
        SupportStatus input
    )
    {
        var id = await lists.Numbered(actor, ticketId);
        var word = input.Checked().Status!.Trim().ToLowerInvariant();
        var words = TicketStatuses.Words(s => s.MembershipWord);
        if (!words.Contains(word))
            throw Refusal.Invalid("status", Words.Of("Word_Unknown", string.Join(", ", words)));
        var ticket = await tickets.Change(actor, id, new TicketChange { Status = word });
        return MemberCalls.Enveloped(new SupportMovedAnswer(ticket.Number, SupportTicketAnswer.StatusOf(ticket.Status), ticket.UpdatedAt));
    }
}
