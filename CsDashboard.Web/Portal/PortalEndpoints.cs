using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Notifications;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Portal;

/// <summary>
/// /api/customers/me: what a customer's own programs may do (contract: portal, Access). Own data only; anybody else's is NotFound.
/// </summary>
internal static class PortalEndpoints
{
    public static void MapPortal(this Api api)
    {
        var me = api.Customer.MapGroup("/customers/me").WithTags("portal");
        me.MapGet("", Me).WithName("getMe").WithSummary("The customer, with the figures of their tickets");
        me.MapGet("/tickets", Tickets)
            .WithName("listMyTickets")
            .WithSummary("Own tickets, newest first; header X-Next-Cursor names the next part")
            .ProducesProblem(400);
        me.MapPost("/tickets", Open)
            .WithName("openTicket")
            .WithSummary("Opens a ticket; its first message is the description")
            .ProducesProblem(400);
        me.MapGet("/tickets/{ticketId}", Ticket)
            .WithName("getMyTicket")
            .WithSummary("A ticket with messages oldest first, files and feedback")
            .ProducesProblem(404);
        me.MapPost("/tickets/{ticketId}/messages", Say)
            .WithName("replyToMyTicket")
            .WithSummary("Writes to the company; a ticket that is done opens again")
            .ProducesProblem(400)
            .ProducesProblem(404);
        me.MapPost("/tickets/{ticketId}/attachments", Attach)
            .WithName("attachToMyTicket")
            .WithSummary("Uploads a file of at most 10 MB in the field file")
            .WithMetadata(new RequestSizeLimitAttribute(Uploads.MaxBody))
            .AddOpenApiOperationTransformer(FileForms.Describe)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(413);
        me.MapGet("/calls", Calls).WithName("listMyCalls").WithSummary("Own call requests, newest first");
        me.MapPost("/calls", Call)
            .WithName("requestCall")
            .WithSummary("Asks for a call, now, at a time, or at one of up to three wished times")
            .ProducesProblem(400)
            .ProducesProblem(404);
        me.MapGet("/notifications", Notifications)
            .WithName("listMyNotifications")
            .WithSummary("Own notifications, newest first; header X-Next-Cursor names the next part");
        me.MapPost("/feedback", Rate)
            .WithName("rateTicket")
            .WithSummary("Rates a ticket that is resolved or closed, once, from 1 to 5")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        me.MapGet("/kb", Help).WithName("searchHelp").WithSummary("Help articles that have the words of q; all when q is empty");
    }

    private static async Task<Ok<MeAnswer>> Me(Actor actor, CustomerLists customers, Users users, TicketLists lists)
    {
        var (customer, user, stats) = (
            await customers.Get(actor, actor.DemandCustomer()),
            await users.Me(actor),
            await lists.MyStats(actor)
        );
        return TypedResults.Ok(
            new MeAnswer
            {
                Success = true,
                Message = AccountTexts.Of("Api.Me"),
                Id = customer.PublicId,
                TenantId = actor.TenantId,
                Name = customer.Name,
                Email = customer.Email,
                Phone = customer.Facts.Phone,
                Status = customer.Status == CustomerStatus.Active ? "active" : "inactive",
                CompanyName = user.Company,
                Stats = new MyStats(stats.Total, stats.Open, stats.Resolved),
                Data = CustomerAnswer.Of(customer),
            }
        );
    }

    private static async Task<Ok<TicketAnswer[]>> Tickets(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        CancellationToken cancellation,
        string? status = null,
        string? priority = null,
        string? category = null,
        string? search = null,
        string? after = null,
        int limit = 50
    )
    {
        var page = await lists.List(
            actor,
            new TicketFilter
            {
                Status = status,
                Priority = priority,
                Category = category,
                Search = search,
                InPortalWords = true,
                Sort = "created",
                After = after,
                Size = limit,
            },
            cancellation
        );
        http.TellNext(page.Next);
        return TypedResults.Ok(page.Items.Select(t => TicketAnswer.Of(t, actor)).ToArray());
    }

    private static async Task<Created<TicketDetailAnswer>> Open(Actor actor, CsDashboard.Desk.Ticketing.Tickets tickets, NewTicket input)
    {
        var ticket = await tickets.Open(actor, input);
        return TypedResults.Created($"/api/customers/me/tickets/{ticket.Id}", TicketDetailAnswer.Of(ticket, actor));
    }

    private static async Task<Ok<TicketDetailAnswer>> Ticket(
        HttpContext http,
        Actor actor,
        TicketLists lists,
        string ticketId,
        string? before = null
    )
    {
        var ticket = await lists.Get(actor, Paging.Id(ticketId), before);
        http.TellOlder(ticket);
        return TypedResults.Ok(TicketDetailAnswer.Of(ticket, actor));
    }

    private static async Task<Created<MessageAnswer>> Say(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        string ticketId,
        NewMessage input
    )
    {
        var message = await tickets.Reply(actor, Paging.Id(ticketId), input);
        return TypedResults.Created($"/api/customers/me/tickets/{message.TicketId}", MessageAnswer.Of(message, actor));
    }

    private static async Task<Created<FileAnswer>> Attach(HttpContext http, Actor actor, Attachments attachments, string ticketId)
    {
        var file = await Uploads.Take(http, actor, attachments, Paging.Id(ticketId));
        return TypedResults.Created(file.Url, FileAnswer.Of(file, actor));
    }

    private static async Task<Ok<CallAnswer[]>> Calls(
        Actor actor,
        CsDashboard.Desk.Calls.CallRequests calls,
        CustomerVerbs customers,
        string? status = null,
        int skip = 0
    )
    {
        var me = await customers.Me(actor);
        return TypedResults.Ok(
            (await calls.List(actor, status, Math.Max(skip, 0))).Select(c => CallAnswer.Of(c, me.PublicId, actor)).ToArray()
        );
    }

    private static async Task<Created<CallAnswer>> Call(
        Actor actor,
        CsDashboard.Desk.Calls.CallRequests calls,
        CustomerVerbs customers,
        NewCall input
    )
    {
        var call = await calls.Request(actor, input);
        return TypedResults.Created("/api/customers/me/calls", CallAnswer.Of(call, (await customers.Me(actor)).PublicId, actor));
    }

    private static async Task<Ok<NotificationAnswer[]>> Notifications(
        HttpContext http,
        Actor actor,
        Inbox inbox,
        CustomerVerbs customers,
        string? after = null,
        int limit = 50
    )
    {
        var me = await customers.Me(actor);
        var page = await inbox.List(actor, after, limit);
        http.TellNext(page.Next);
        return TypedResults.Ok(
            page.Items.Select(n => new NotificationAnswer
                {
                    Id = n.Id,
                    TenantId = actor.TenantId,
                    CustomerId = me.PublicId,
                    UserId = actor.UserId,
                    Type = "in_app",
                    Kind = n.Kind,
                    Title = n.Title,
                    Content = n.Content,
                    Link = n.Link,
                    Sent = true,
                    SentAt = n.CreatedAt,
                    CreatedAt = n.CreatedAt,
                    Read = n.IsRead,
                })
                .ToArray()
        );
    }

    private static async Task<Created<FeedbackAnswer>> Rate(
        Actor actor,
        CsDashboard.Desk.Ticketing.Tickets tickets,
        CustomerVerbs customers,
        FeedbackInput input
    )
    {
        var feedback = await tickets.Rate(actor, input);
        return TypedResults.Created(
            $"/api/customers/me/tickets/{feedback.TicketId}",
            FeedbackAnswer.Of(feedback, (await customers.Me(actor)).PublicId, actor)
        );
    }

    private static async Task<Ok<HelpAnswer>> Help(Actor actor, Articles articles, string? q = null) =>
        TypedResults.Ok(
            new HelpAnswer(
                [
                    .. (await articles.Read(actor, q, actor.Language)).Select(a => new HelpArticle(
                        a.Id,
                        a.Slug,
                        a.Title,
                        a.Body,
                        a.Category,
                        a.Language
                    )),
                ],
                q ?? ""
            )
        );
}
