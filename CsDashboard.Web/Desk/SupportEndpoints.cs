using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.Customers;

namespace CsDashboard.Web.Desk;

/// <summary>A ticket as 002 asks for it; subject and title are one. Its categories are the six of its help and our own three.</summary>
public sealed class SupportTicket
{
    public string? Subject { get; set; }
    public string? Title { get; set; }
    [Text(Message.MaxLength)] public string? Description { get; set; }
    [Text(20)] public string? Category { get; set; }
    [WordOf<TicketPriority>] public string? Priority { get; set; }

    internal NewTicket Ticket
    {
        get
        {
            this.Checked();
            var (word, title) = (Category!.Trim().ToLowerInvariant(), string.IsNullOrWhiteSpace(Subject) ? Title : Subject);
            if (string.IsNullOrWhiteSpace(title)) throw Refusal.Invalid("subject", Words.Of("Text_Required"));
            if (title.Trim().Length > NewTicket.MaxTitle) throw Refusal.Invalid("subject", Words.Of("Text_TooLong", NewTicket.MaxTitle));
            if (!TextAttribute.CanBeStored(title)) throw Refusal.Invalid("subject", Words.Of("Text_BadCharacters"));
            var isTopic = Faq.CategoryIds.Contains(word);
            if (!isTopic && !Own.Contains(word)) throw Refusal.Invalid("category", Words.Of("Word_Unknown", string.Join(", ", Faq.CategoryIds.Concat(Own))));
            return new NewTicket { Title = title, Description = Description, Category = isTopic ? null : word, Topic = isTopic ? word : null, Priority = Priority };
        }
    }

    internal static readonly IReadOnlyList<string> Own = Word.All<TicketCategory>();
}

public sealed class SupportComment
{
    [Text(Message.MaxLength)] public string? Comment { get; set; }
}

public sealed class SupportStatus
{
    [Text(20)] public string? Status { get; set; }
}

/// <param name="Id">The number too: it is what 002 calls a ticket.</param>
public record SupportTicketAnswer
{
    public required string Id { get; init; }
    public required string TicketId { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string Category { get; init; }
    public required TicketPriority Priority { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static SupportTicketAnswer Of(TicketRow t) => new()
    {
        Id = t.Number, TicketId = t.Number, Title = t.Subject, Subject = t.Subject, Category = CategoryOf(t.Tags, t.Category), Priority = t.Priority,
        Status = StatusOf(t.Status), CreatedAt = t.CreatedAt, UpdatedAt = t.UpdatedAt,
    };
    internal static SupportTicketAnswer Of(TicketDetail t) => new()
    {
        Id = t.Number, TicketId = t.Number, Title = t.Subject, Subject = t.Subject, Category = CategoryOf(t.Tags, t.Category), Priority = t.Priority,
        Status = StatusOf(t.Status), CreatedAt = t.CreatedAt, UpdatedAt = t.UpdatedAt,
    };

    internal static string CategoryOf(IReadOnlyList<string> tags, TicketCategory category) => Faq.CategoryIds.FirstOrDefault(tags.Contains) ?? Word.Of(category);

    /// <summary>In the words of 002 (rule C11), which knows neither new nor pending.</summary>
    internal static string StatusOf(TicketStatus status) => status.Facts.Word002;
}

public sealed record SupportCommentAnswer(Guid Id, Guid CommentId, string Text, string Comment, DateTimeOffset CreatedAt, string Author)
{
    internal static SupportCommentAnswer Of(MessageView m) => new(m.Id, m.Id, m.Body, m.Body, m.CreatedAt, m.AuthorName);
}

public sealed record SupportDetailAnswer : SupportTicketAnswer
{
    public required string Description { get; init; }
    public required IReadOnlyList<SupportCommentAnswer> Comments { get; init; }

    // The text that opened the ticket is its description, and no comment. A note is no comment for anybody here.
    internal static new SupportDetailAnswer Of(TicketDetail t) => new()
    {
        Id = t.Number, TicketId = t.Number, Title = t.Subject, Subject = t.Subject, Category = CategoryOf(t.Tags, t.Category), Priority = t.Priority,
        Status = StatusOf(t.Status), CreatedAt = t.CreatedAt, UpdatedAt = t.UpdatedAt, Description = t.Description,
        Comments = [.. t.Messages.Where(m => m.Kind == MessageKind.Reply).Skip(t.HasOlderMessages ? 0 : 1).Select(SupportCommentAnswer.Of)],
    };
}

public sealed record SupportMovedAnswer(string TicketId, string Status, DateTimeOffset UpdatedAt);

/// <summary>The support tickets of 002, which are the tickets of the desk under their numbers (rules C11, C12).</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this Api api)
    {
        var support = api.Members("support");
        support.MapPost("/{customerId}/ticket", Open).WithName("openSupportTicket").WithSummary("Opens a ticket").ProducesProblem(400).ProducesProblem(404);
        support.MapGet("/{customerId}/tickets", List).WithName("listSupportTickets").WithSummary("A customer's tickets, newest first; header X-Next-Cursor names the next part").ProducesProblem(400).ProducesProblem(404);
        support.MapGet("/ticket/{ticketId}", Get).WithName("getSupportTicket").WithSummary("A ticket by its number, with its comments oldest first").ProducesProblem(404);
        support.MapPost("/ticket/{ticketId}/comment", Comment).WithName("commentSupportTicket").WithSummary("Writes to the other side").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MembersByStaff("support").MapPut("/ticket/{ticketId}/status", Move).WithName("moveSupportTicket").WithSummary("Gives a ticket another status: open, in-progress, resolved or closed").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<SupportTicketAnswer>>> Open(Actor actor, CustomerVerbs customers, CsDashboard.Desk.Tickets tickets, string customerId, SupportTicket input)
    {
        var customer = await customers.Whose(actor, customerId);
        return MemberCalls.Enveloped(SupportTicketAnswer.Of(actor.Role == Role.Customer ? await tickets.Open(actor, input.Ticket) : await tickets.OpenFor(actor, customer, input.Ticket)));
    }

    private static async Task<Ok<Enveloped<SupportTicketAnswer[]>>> List(HttpContext http, Actor actor, CustomerVerbs customers, TicketLists lists, string customerId, string? after = null, int limit = 50)
    {
        var page = await lists.List(actor, new TicketFilter { CustomerId = await customers.Whose(actor, customerId), Sort = "created", After = after, Size = limit });
        http.TellNext(page.Next);
        return MemberCalls.Enveloped(page.Items.Select(SupportTicketAnswer.Of).ToArray());
    }

    private static async Task<Ok<Enveloped<SupportDetailAnswer>>> Get(HttpContext http, Actor actor, TicketLists lists, string ticketId, string? before = null)
    {
        var ticket = await lists.Get(actor, await lists.Numbered(actor, ticketId), before);
        http.TellOlder(ticket);
        return MemberCalls.Enveloped(SupportDetailAnswer.Of(ticket));
    }

    private static async Task<Ok<Enveloped<SupportCommentAnswer>>> Comment(Actor actor, CsDashboard.Desk.Tickets tickets, TicketLists lists, string ticketId, SupportComment input)
    {
        var id = await lists.Numbered(actor, ticketId);
        return MemberCalls.Enveloped(SupportCommentAnswer.Of(await tickets.Reply(actor, id, new NewMessage { Body = input.Checked().Comment })));
    }

    private static async Task<Ok<Enveloped<SupportMovedAnswer>>> Move(Actor actor, CsDashboard.Desk.Tickets tickets, TicketLists lists, string ticketId, SupportStatus input)
    {
        var id = await lists.Numbered(actor, ticketId);
        var word = input.Checked().Status!.Trim().ToLowerInvariant();
        var words = TicketStatuses.Words(s => s.Word002);
        if (!words.Contains(word)) throw Refusal.Invalid("status", Words.Of("Word_Unknown", string.Join(", ", words)));
        var ticket = await tickets.Change(actor, id, new TicketChange { Status = word });
        return MemberCalls.Enveloped(new SupportMovedAnswer(ticket.Number, SupportTicketAnswer.StatusOf(ticket.Status), ticket.UpdatedAt));
    }
}
