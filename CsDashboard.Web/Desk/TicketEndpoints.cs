using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>Tickets for agents, admins and the service key: the company's own.</summary>
internal static class TicketEndpoints
{
    public static void MapTickets(this Api api)
    {
        var desk = api.Staff.MapGroup("").WithTags("tickets");
        desk.MapGet("/tickets", List)
            .WithName("listTickets")
            .WithSummary("The company's tickets, last activity first; header X-Next-Cursor names the next part")
            .ProducesProblem(400);
        desk.MapPost("/tickets", Open)
            .WithName("openTicketFor")
            .WithSummary("Enters a ticket for a customer")
            .ProducesProblem(400)
            .ProducesProblem(404);
        desk.MapGet("/tickets/{id}", Get)
            .WithName("getTicket")
            .WithSummary("A ticket with messages and notes oldest first")
            .ProducesProblem(404);
        desk.MapPatch("/tickets/{id}", Change)
            .WithName("changeTicket")
            .WithSummary("Changes status, priority, category, type, assignee, title or tags; what is left out stays")
            .ProducesProblem(400)
            .ProducesProblem(404);
        desk.MapGet("/tickets/{ticketId}/messages", Messages)
            .WithName("listMessages")
            .WithSummary("The last hundred messages and notes, oldest first; header X-Next-Cursor names the hundred before")
            .ProducesProblem(404);
        desk.MapPost("/messages", Say)
            .WithName("answerTicket")
            .WithSummary("Answers the customer, or writes an internal note")
            .ProducesProblem(400)
            .ProducesProblem(404);
        desk.MapGet("/customers/{id}/tickets", OfCustomer)
            .WithName("listTicketsOfCustomer")
            .WithSummary("A customer's tickets, newest first")
            .ProducesProblem(404);
        desk.MapGet("/customers/{id}/calls", CallsOfCustomer)
            .WithName("listCallsOfCustomer")
            .WithSummary("A customer's call requests, newest first")
            .ProducesProblem(404);
        desk.MapGet("/search", Search).WithName("search").WithSummary("Tickets and customers that have the words of q, at most 20");
    }

    private static async Task<Ok<TicketAnswer[]>> List(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        CustomerVerbs customers,
        CancellationToken cancellation,
        string? status = null,
        string? priority = null,
        string? category = null,
        string? type = null,
        string? tag = null,
        string? list = null,
        string? search = null,
        string? customerId = null,
        string? sort = null,
        string? after = null,
        int limit = 50
    )
    {
        Guid? customer = string.IsNullOrEmpty(customerId) ? null : await customers.Resolve(actor, customerId);
        var page = await lists.List(
            actor,
            new TicketFilter
            {
                Status = status,
                Priority = priority,
                Category = category,
                Type = type,
                Tag = tag,
                List = list ?? "all",
                Search = search,
                CustomerId = customer,
                Sort = sort ?? "activity",
                After = after,
                Size = limit,
            },
            cancellation
        );
        http.TellNext(page.Next);
        return TypedResults.Ok(page.Items.Select(t => TicketAnswer.Of(t, actor)).ToArray());
    }

    private static async Task<Created<TicketDetailAnswer>> Open(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        CustomerVerbs customers,
        StaffTicket input
    )
    {
        input.Checked();
        Guid? assignee =
            string.IsNullOrEmpty(input.AssigneeId) ? null
            : Guid.TryParse(input.AssigneeId, out var id) ? id
            : throw Refusal.Invalid("assigneeId", Words.Of("Assignee_Unknown"));
        var ticket = await tickets.OpenFor(actor, await customers.Resolve(actor, input.CustomerId), input.Ticket, assignee);
        return TypedResults.Created($"/api/tickets/{ticket.Id}", TicketDetailAnswer.Of(ticket, actor));
    }

    private static async Task<Ok<TicketDetailAnswer>> Get(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        string id,
        string? before = null
    )
    {
        var ticket = await lists.Get(actor, Paging.Id(id), before);
        http.TellOlder(ticket);
        return TypedResults.Ok(TicketDetailAnswer.Of(ticket, actor));
    }

    private static async Task<Ok<TicketDetailAnswer>> Change(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        string id,
        TicketChange change
    ) => TypedResults.Ok(TicketDetailAnswer.Of(await tickets.Change(actor, Paging.Id(id), change), actor));

    private static async Task<Ok<MessageAnswer[]>> Messages(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        string ticketId,
        string? before = null
    )
    {
        var ticket = await lists.Get(actor, Paging.Id(ticketId), before);
        http.TellOlder(ticket);
        return TypedResults.Ok(ticket.Messages.Select(m => MessageAnswer.Of(m, actor)).ToArray());
    }

    private static async Task<Created<MessageAnswer>> Say(Actor actor, CsDashboard.Desk.Ticketing.Tickets tickets, StaffMessage input)
    {
        var ticket = Paging.Id(input.Checked().TicketId!);
        var message = input.IsNote ? await tickets.Remark(actor, ticket, input.Said) : await tickets.Reply(actor, ticket, input.Said);
        return TypedResults.Created($"/api/tickets/{ticket}/messages", MessageAnswer.Of(message, actor));
    }

    private static async Task<Ok<TicketAnswer[]>> OfCustomer(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        CustomerVerbs customers,
        string id,
        string? after = null,
        int limit = 50
    )
    {
        var page = await lists.List(
            actor,
            new TicketFilter
            {
                CustomerId = await customers.Resolve(actor, id),
                Sort = "created",
                After = after,
                Size = limit,
            }
        );
        http.TellNext(page.Next);
        return TypedResults.Ok(page.Items.Select(t => TicketAnswer.Of(t, actor)).ToArray());
    }

    private static async Task<Ok<CallAnswer[]>> CallsOfCustomer(Actor actor, CallRequests calls, CustomerVerbs customers, string id)
    {
        var customer = await customers.Get(actor, await customers.Resolve(actor, id));
        return TypedResults.Ok(
            (await calls.List(actor, customerId: customer.Id)).Select(c => CallAnswer.Of(c, customer.PublicId, actor)).ToArray()
        );
    }

    private static async Task<Ok<SearchAnswer[]>> Search(Actor actor, QuickSearch lookups, string? q = null) =>
        TypedResults.Ok((await lookups.Find(actor, q)).Select(f => new SearchAnswer(f.Kind, f.Id, f.Title, f.Description)).ToArray());

    /// <summary>The cursor of the hundred messages before those that are shown; asked for with before=.</summary>
    internal static void TellOlder(this HttpContext http, TicketDetail ticket) =>
        http.TellNext(
            ticket is { HasOlderMessages: true, Messages: [var first, ..] } ? new Cursor(first.CreatedAt, first.Id).ToString() : null,
            "before"
        );
}
