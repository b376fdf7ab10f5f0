using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;

namespace CsDashboard.Demo;

/// <summary>
/// Chats in every state, made through the verbs of chat: some over and rated, one that became a ticket, one with an agent, two waiting.
/// </summary>
internal sealed class DemoChats(Chats chats, ChatWatch watch)
{
    private sealed record Line(bool ByCustomer, string Text, int AfterSeconds);

    private sealed record Talk(string Topic, string Category, int MinutesAgo, string Ending, int? Rating, Line[] Lines);

    private static readonly Talk[] Talks =
    [
        new(
            "Where is my order?",
            "orders",
            60 * 26,
            "closed",
            5,
            [
                new(true, "Hello, my order was to come yesterday.", 0),
                new(false, "Good morning! One moment, I look it up.", 70),
                new(false, "It is with the courier and comes today before 18:00.", 60),
                new(true, "Wonderful, thank you!", 40),
            ]
        ),
        new(
            "Invoices and receipts",
            "payments",
            60 * 50,
            "closed",
            4,
            [
                new(true, "I need the invoice of last month once more.", 0),
                new(false, "I have just sent it to your e-mail address.", 150),
                new(true, "Got it.", 90),
            ]
        ),
        new(
            "Which one suits me?",
            "products",
            60 * 74,
            "closed",
            null,
            [new(true, "Is the smaller one enough for two screens?", 0), new(false, "Yes, it drives two screens up to 4K.", 110)]
        ),
        new(
            "An error message",
            "technical",
            60 * 5,
            "ticket",
            null,
            [
                new(true, "The terminal says \"connection refused\" since this morning.", 0),
                new(false, "That needs a look at the server logs. I make a ticket of it, so you needn't wait here.", 180),
            ]
        ),
        new(
            "I cannot sign in",
            "account",
            9,
            "active",
            null,
            [
                new(true, "The code from my phone is not taken any more.", 0),
                new(false, "Hello! Is the clock of your phone set by itself?", 80),
                new(true, "No, it is two minutes late. That may be it!", 50),
            ]
        ),
        new(
            "متى يصلني المبلغ المسترد؟",
            "returns",
            4,
            "waiting",
            null,
            [new(true, "السلام عليكم، أعدت المنتج قبل أسبوع ولم يصلني المبلغ بعد.", 0)]
        ),
        new(
            "A payment failed",
            "payments",
            2,
            "waiting",
            null,
            [new(true, "My card was refused twice, but the bank says all is well.", 0)]
        ),
    ];

    /// <summary>The customers have one open chat each, so there are at least as many of them as chats that are live.</summary>
    public async Task Fill(
        Actor admin,
        IReadOnlyList<Actor> customers,
        IReadOnlyList<Actor> agents,
        DateTimeOffset now,
        Func<Actor, DateTimeOffset, Actor> then
    )
    {
        // Whoever looks at the demo does so at any hour.
        await chats.Set(
            then(admin, now.AddDays(-30)),
            ChatSettings.Usual with
            {
                Hours = new BusinessHours(
                    "Asia/Riyadh",
                    [.. Enum.GetValues<DayOfWeek>().Select(day => new WorkingDay(day, TimeOnly.MinValue, TimeOnly.MinValue))],
                    []
                ),
            }
        );
        // It runs already, and would take the customer of an old chat for one who has left.
        using var pause = await watch.Pause();
        for (var i = 0; i < Talks.Length && i < customers.Count; i++)
        {
            var (talk, customer, agent) = (Talks[i], customers[i], agents[i % agents.Count]);
            var at = now.AddMinutes(-talk.MinutesAgo);
            var id = (
                await chats.Start(
                    then(customer, at),
                    new NewChat
                    {
                        Topic = talk.Topic,
                        Category = talk.Category,
                        Message = talk.Lines[0].Text,
                    }
                )
            ).Chat.Id;
            foreach (var line in talk.Lines.Skip(1))
            {
                at = at.AddSeconds(line.AfterSeconds);
                await chats.Say(then(line.ByCustomer ? customer : agent, at), id, new NewMessage { Body = line.Text });
            }
            at = at.AddSeconds(45);
            if (talk.Ending == "ticket")
                await chats.ToTicket(then(agent, at), id);
            if (talk.Ending == "closed")
                await chats.Close(then(customer, at), id, new ChatClosing { Rating = talk.Rating });
        }
    }
}
