using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Desk;

/// <summary>Live chat for programs (contract: membership, Chat and FAQ). Writing in a closed chat is 409.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this Api api)
    {
        var chat = api.Members("support-chat");
        chat.MapGet("/{customerId}/sessions", Sessions)
            .WithName("listChats")
            .WithSummary("The last ten chats, newest first")
            .ProducesProblem(404);
        chat.MapPost("/{customerId}/start", Start)
            .WithName("startChat")
            .WithSummary("Begins a chat, or joins the one that is open")
            .ProducesProblem(400)
            .ProducesProblem(404);
        chat.MapPost("/{sessionId}/message", Say)
            .WithName("sayInChat")
            .WithSummary("Says something in an open chat")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        chat.MapGet("/{sessionId}/history", History)
            .WithName("getChat")
            .WithSummary("The last hundred messages, oldest first; header X-Next-Cursor names the hundred before")
            .ProducesProblem(404);
        chat.MapPost("/{sessionId}/close", Close)
            .WithName("closeChat")
            .WithSummary("Ends a chat; the customer may rate it, once")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<Ok<Enveloped<ChatSessionAnswer[]>>> Sessions(
        Actor actor,
        CustomerVerbs customers,
        Chats chats,
        string customerId
    ) => MemberCalls.Enveloped((await chats.Of(actor, await customers.Whose(actor, customerId))).Select(ChatSessionAnswer.Of).ToArray());

    private static async Task<Ok<Enveloped<ChatStartedAnswer>>> Start(
        Actor actor,
        CustomerVerbs customers,
        Chats chats,
        string customerId,
        NewChat input
    )
    {
        var started = await chats.StartFor(actor, await customers.Whose(actor, customerId), input);
        return MemberCalls.Enveloped(
            new ChatStartedAnswer(
                started.Chat.Id,
                started.Chat.Topic,
                started.Chat.IsLive ? "active" : "closed",
                input.Message!.Trim(),
                Chats.WaitIn(await chats.Offer(actor))
            )
        );
    }

    private static async Task<Ok<Enveloped<ChatSaidAnswer>>> Say(
        Actor actor,
        CustomerVerbs customers,
        Chats chats,
        string sessionId,
        ChatSaid input
    )
    {
        var chat = await chats.Get(actor, Paging.Id(sessionId));
        if (await customers.Whose(actor, input.Checked().CustomerId) != chat.Chat.CustomerId)
            throw Refusal.NotFound();
        var message = await chats.Say(actor, chat.Chat.Id, input.Said);
        return MemberCalls.Enveloped(new ChatSaidAnswer(message.Id, message.CreatedAt, "sent"));
    }

    private static async Task<Ok<Enveloped<ChatLine[]>>> History(
        HttpContext http,
        Actor actor,
        Chats chats,
        string sessionId,
        string? before = null
    )
    {
        var (_, ticket, _) = await chats.Get(actor, Paging.Id(sessionId), before);
        http.TellOlder(ticket);
        return MemberCalls.Enveloped(
            ticket
                .Messages.Where(m => m.Kind == MessageKind.Reply)
                .Select(m => new ChatLine(
                    m.Id,
                    m.Body,
                    m.Direction == MessageDirection.Inbound ? "customer" : "agent",
                    m.AuthorName,
                    m.CreatedAt
                ))
                .ToArray()
        );
    }

    private static async Task<Ok<Enveloped<ChatClosedAnswer>>> Close(Actor actor, Chats chats, string sessionId, ChatClosing? input = null)
    {
        var (chat, _, _) = await chats.Close(actor, Paging.Id(sessionId), input);
        return MemberCalls.Enveloped(
            new ChatClosedAnswer(true, Words.Of("Chat_Ended"), chat.Id, ChatWords.Length(chat.Duration ?? TimeSpan.Zero))
        );
    }
}
