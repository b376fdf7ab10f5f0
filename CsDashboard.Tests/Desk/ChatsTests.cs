using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>
/// The verbs of live chat, on each database (contract: membership, Chat and FAQ; contract C12: chat and ticket are one conversation).
/// </summary>
public sealed class ChatsTests
{
    private static async Task<Guid> Start(
        House house,
        Actor? customer = null,
        string topic = "A payment failed",
        string text = "My card was refused.",
        string? key = null
    ) => (
            await house
                .Get<Chats>()
                .Start(
                    customer ?? house.David,
                    new NewChat
                    {
                        Topic = topic,
                        Message = text,
                        Category = "payments",
                        Key = key,
                    }
                )
        ).Chat.Id;

    private static Task<MessageView> Say(House house, Actor who, Guid chat, string text, string? key = null) =>
        house.Get<Chats>().Say(who, chat, new NewMessage { Body = text, Key = key });

    private static Task<ChatDetail> Read(House house, Guid chat) => house.Get<Chats>().Get(house.Karim, chat);

    private static async Task<Refusal> Refused(Func<Task> act, RefusalKind kind, string? code = null)
    {
        var refusal = await Should.ThrowAsync<Refusal>(act);
        refusal.Kind.ShouldBe(kind);
        if (code is not null)
            refusal.Code.ShouldBe(code);
        return refusal;
    }

    [Theory, EachDatabase]
    public async Task A_chat_waits_is_taken_by_the_answer_and_ends_with_a_rating(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        var chat = await Read(house, id);
        (chat.Chat.State, chat.Position, chat.Ticket.Channel, chat.Ticket.Status).ShouldBe(
            (ChatState.Waiting, 1, TicketChannel.Chat, TicketStatus.Open)
        );
        house.Clock.AdvanceMinutes(2);
        await Say(house, house.Karim, id, "Let me look.");
        house.Clock.AdvanceMinutes(3);
        await Say(house, house.David, id, "Thank you");
        chat = await Read(house, id);
        (chat.Chat.State, chat.Chat.AgentName, chat.Position).ShouldBe((ChatState.Active, "Karim", null));
        chat.Ticket.Messages.Select(m => (m.Direction, m.Body))
            .ShouldBe([
                (MessageDirection.Inbound, "My card was refused."),
                (MessageDirection.Outbound, "Let me look."),
                (MessageDirection.Inbound, "Thank you"),
            ]);

        chat = await house.Get<Chats>().Close(house.David, id, new ChatClosing { Rating = 5, Feedback = "Quick" });
        (chat.Chat.State, chat.Chat.End, chat.Chat.Duration, chat.Chat.Rating).ShouldBe(
            (ChatState.Closed, ChatEnd.Customer, TimeSpan.FromMinutes(5), 5)
        );
        (chat.Ticket.Status, chat.Ticket.Feedback!.Comment).ShouldBe((TicketStatus.Closed, "Quick"));
        // Safe to repeat, but rated once only; and closed is closed.
        (await house.Get<Chats>().Close(house.David, id)).Chat.Duration.ShouldBe(TimeSpan.FromMinutes(5));
        await Refused(() => house.Get<Chats>().Close(house.David, id, new ChatClosing { Rating = 1 }), RefusalKind.Conflict);
        await Refused(() => Say(house, house.David, id, "One more"), RefusalKind.Conflict, "chat_closed");
        await Refused(() => house.Get<Chats>().Take(house.Karim, id), RefusalKind.Conflict, "chat_closed");
        (await house.Get<Chats>().Of(house.David, house.David.CustomerId!.Value)).ShouldHaveSingleItem().AgentName.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task A_double_click_and_a_second_tab_join_the_chat_that_is_open_and_nothing_is_said_twice(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        // As two requests at once.
        var both = await Task.WhenAll(Start(house, key: "k1"), Start(house, key: "k1"));
        both[0].ShouldBe(both[1]);
        (await Start(house, topic: "Another", text: "From the second tab", key: "k2")).ShouldBe(both[0]);
        // The message that was sent again after the line was lost, on both sides.
        await Say(house, house.David, both[0], "Hello?", "m1");
        await Say(house, house.David, both[0], "Hello?", "m1");
        await Say(house, house.Karim, both[0], "Here", "a1");
        await Say(house, house.Karim, both[0], "Here", "a1");
        (await Read(house, both[0]))
            .Ticket.Messages.Select(m => m.Body)
            .ShouldBe(["My card was refused.", "From the second tab", "Hello?", "Here"]);
        await house.Get<Chats>().Close(house.David, both[0]);
        // What arrives late and was said before the end is there already; the form of a chat that is over opens no new one.
        (await Say(house, house.David, both[0], "Hello?", "m1")).Body.ShouldBe("Hello?");
        (await Start(house, key: "k1")).ShouldBe(both[0]);
        (await Start(house, key: "k3")).ShouldNotBe(both[0]);
    }

    [Theory, EachDatabase]
    public async Task Of_two_agents_at_once_one_has_the_chat_and_the_other_is_told_who(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        var tries = await Task.WhenAll(
            new[] { house.Karim, house.Lena }.Select(async agent =>
            {
                try
                {
                    await house.Get<Chats>().Take(agent, id);
                    return null;
                }
                catch (Refusal refusal)
                {
                    return refusal;
                }
            })
        );
        var refused = tries.Where(r => r is not null).ShouldHaveSingleItem()!;
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Conflict, "chat_taken"));
        var has = (await Read(house, id)).Chat.AgentName!;
        refused.Message.ShouldContain(has);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(ChatTaken)).ShouldBe(1);
        var (owner, other) = has == "Karim" ? (house.Karim, house.Lena) : (house.Lena, house.Karim);
        await house.Get<Chats>().Take(owner, id);
        await Refused(() => Say(house, other, id, "Me too"), RefusalKind.Conflict, "chat_taken");
    }

    [Theory, EachDatabase]
    public async Task An_agent_has_as_many_chats_as_the_company_says(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Refused(() => house.Get<Chats>().Set(house.Karim, ChatSettings.Usual), RefusalKind.Forbidden);
        await Refused(() => house.Get<Chats>().Set(house.Amina, ChatSettings.Usual with { Capacity = 0 }), RefusalKind.Invalid);
        await Refused(
            () =>
                house
                    .Get<Chats>()
                    .Set(
                        house.Amina,
                        ChatSettings.Usual with
                        {
                            Hours = new BusinessHours("Mars/Base", [new(DayOfWeek.Monday, new(9, 0), new(10, 0))], []),
                        }
                    ),
            RefusalKind.Invalid
        );
        await house.Get<Chats>().Set(house.Amina, ChatSettings.Usual with { Capacity = 1 });
        var (first, second) = (await Start(house), await Start(house, house.Sara));
        await house.Get<Chats>().Take(house.Karim, first);
        await Refused(() => house.Get<Chats>().Take(house.Karim, second), RefusalKind.Conflict, "chat_capacity");
        await Refused(() => Say(house, house.Karim, second, "Hello"), RefusalKind.Conflict, "chat_capacity");
        await house.Get<Chats>().Take(house.Lena, second);
        await Refused(
            () => house.Get<Chats>().HandOver(house.Lena, second, new ChatHandOver { To = house.Karim.UserId }),
            RefusalKind.Conflict,
            "chat_capacity"
        );
        await house.Get<Chats>().Close(house.Karim, first);
        await house.Get<Chats>().HandOver(house.Lena, second, new ChatHandOver { To = house.Karim.UserId });
        (await Read(house, second)).Chat.AgentName.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task A_chat_is_handed_over_with_a_note_that_the_customer_never_sees(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        await house.Get<Chats>().Take(house.Karim, id);
        await Refused(() => house.Get<Chats>().HandOver(house.Lena, id, new ChatHandOver()), RefusalKind.Conflict, "chat_taken");
        await Refused(() => house.Get<Chats>().HandOver(house.Karim, id, new ChatHandOver { To = house.Sara.UserId }), RefusalKind.Invalid);
        await Refused(() => house.Get<Chats>().HandOver(house.Karim, id, new ChatHandOver { To = house.Olga.UserId }), RefusalKind.Invalid);
        await house.Get<Chats>().HandOver(house.Karim, id, new ChatHandOver { To = house.Lena.UserId, Note = "He is on the old tariff" });
        await house.Drain();
        (await house.Get<Chats>().Board(house.Lena)).Mine.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Read(house, id)).Ticket.Messages.ShouldContain(m => m.Kind == MessageKind.Note && m.Body == "He is on the old tariff");
        (await house.Get<Chats>().Get(house.David, id)).Ticket.Messages.ShouldAllBe(m => m.Kind == MessageKind.Reply);
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.David)).Items.ShouldAllBe(n => !n.Content.Contains("tariff"));
        // Back into the queue, where it keeps its place.
        house.Clock.AdvanceMinutes(1);
        var later = await Start(house, house.Sara);
        await house.Get<Chats>().HandOver(house.Lena, id, new ChatHandOver());
        (await house.Get<Chats>().Board(house.Karim)).Waiting.Select(c => c.Id).ShouldBe([id, later]);
        (await house.Get<Chats>().Get(house.Sara, later)).Position.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_live_chat_stands_in_no_inbox_and_the_same_conversation_goes_on_as_a_ticket(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        async Task<IEnumerable<Guid>> Inbox(string sort = "activity") =>
            (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Sort = sort })).Items.Select(t => t.Id);
        (await Inbox()).ShouldBeEmpty();
        (await Inbox("due")).ShouldBeEmpty();
        (await house.Get<TicketLists>().Counts(house.Karim)).ShouldSatisfyAllConditions(
            c => c.All.ShouldBe(0),
            c => c.Unassigned.ShouldBe(0)
        );
        (await house.Get<TicketLists>().MyStats(house.David)).Total.ShouldBe(0);
        (await Read(house, id)).Ticket.FirstResponse!.State.ShouldBe(SlaState.Due);
        await Refused(
            () => house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "By the ticket" }),
            RefusalKind.Conflict,
            "in_chat"
        );

        await Say(house, house.Karim, id, "That takes longer.");
        await house.Get<Chats>().ToTicket(house.Karim, id);
        await house.Get<Chats>().ToTicket(house.Karim, id);
        (await Inbox()).ShouldBe([id]);
        (await Inbox("due")).ShouldBe([id]);
        var chat = await Read(house, id);
        (chat.Chat.State, chat.Chat.End, chat.Ticket.AssigneeId, chat.Ticket.Messages.Count).ShouldBe(
            (ChatState.Closed, ChatEnd.Ticket, house.Karim.UserId, 2)
        );
        await Refused(() => Say(house, house.David, id, "Here?"), RefusalKind.Conflict, "chat_closed");
        await house.Get<Tickets>().Reply(house.David, id, new NewMessage { Body = "In the ticket, then." });
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(ChatTurned)).ShouldBe(1);
        // And the customer may chat again, about something else.
        (await Start(house)).ShouldNotBe(id);
    }

    [Theory, EachDatabase]
    public async Task A_chat_whose_ticket_is_closed_or_given_away_by_the_tickets_own_verbs_follows(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        await house.Get<Tickets>().Change(house.Amina, id, new TicketChange { AssigneeId = house.Lena.UserId.ToString() });
        (await Read(house, id)).Chat.ShouldSatisfyAllConditions(c => c.State.ShouldBe(ChatState.Active), c => c.AgentName.ShouldBe("Lena"));
        await house.Get<Tickets>().Change(house.Lena, id, new TicketChange { Status = "resolved" });
        (await Read(house, id)).Chat.ShouldSatisfyAllConditions(
            c => c.State.ShouldBe(ChatState.Closed),
            c => c.End.ShouldBe(ChatEnd.Staff)
        );
        (await house.Get<Chats>().Mine(house.David)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Each_side_sees_what_the_other_has_seen(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        (await Read(house, id)).Chat.StaffSeenAt.ShouldBeNull();
        house.Clock.AdvanceMinutes(1);
        await house.Get<Chats>().MarkSeen(house.Karim, id);
        (await Read(house, id)).Chat.StaffSeenAt.ShouldBeNull("Who only looks does not answer.");
        await house.Get<Chats>().Take(house.Karim, id);
        await house.Get<Chats>().MarkSeen(house.Karim, id);
        (await Read(house, id)).Chat.StaffSeenAt.ShouldBe(house.Clock.Now());
        house.Clock.AdvanceMinutes(1);
        await Say(house, house.Karim, id, "Hello");
        (await Read(house, id)).Chat.CustomerSeenAt.ShouldBe(house.Clock.Now().AddMinutes(-2));
        await house.Get<Chats>().MarkSeen(house.David, id);
        (await Read(house, id)).Chat.CustomerSeenAt.ShouldBe(house.Clock.Now());
    }

    [Theory, EachDatabase]
    public async Task A_chat_is_its_customers_and_the_companys_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Start(house);
        foreach (var stranger in new[] { house.Sara, house.Oskar, house.Olga, house.Omar })
        {
            await Refused(() => house.Get<Chats>().Get(stranger, id), RefusalKind.NotFound);
            await Refused(() => Say(house, stranger, id, "Hello"), RefusalKind.NotFound);
            await Refused(() => house.Get<Chats>().Close(stranger, id), RefusalKind.NotFound);
            await Refused(() => house.Get<Chats>().MarkSeen(stranger, id), RefusalKind.NotFound);
        }
        await Refused(() => house.Get<Chats>().Take(house.David, id), RefusalKind.Forbidden);
        await Refused(() => house.Get<Chats>().ToTicket(house.David, id), RefusalKind.Forbidden);
        await Refused(() => house.Get<Chats>().Board(house.David), RefusalKind.Forbidden);
        await Refused(() => house.Get<Chats>().Take(house.Olga, id), RefusalKind.NotFound);
        await Refused(
            () => house.Get<Chats>().StartFor(house.Sara, house.David.CustomerId!.Value, new NewChat { Topic = "x", Message = "y" }),
            RefusalKind.NotFound
        );
        (await house.Get<Chats>().Board(house.Olga)).Waiting.ShouldBeEmpty();
        // A ticket that never was a chat is not one.
        var ticket = (await house.Get<Tickets>().Open(house.David, new NewTicket { Title = "x", Description = "y" })).Id;
        await Refused(() => house.Get<Chats>().Get(house.David, ticket), RefusalKind.NotFound);
        await Refused(() => Say(house, house.David, ticket, "Hello"), RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_expected_wait_is_the_median_of_what_was_and_two_to_five_minutes_before_that(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        house.Clock.Advance(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero) - house.Clock.GetUtcNow());
        // Business hours of Nour: Sunday to Thursday, 9 to 18 in Riyadh.
        var offer = await house.Get<Chats>().Offer(house.David);
        (offer.IsOpen, offer.Wait, Chats.WaitIn(offer)).ShouldBe((true, null, "2-5 minutes"));
        foreach (var minutes in new[] { 9, 1, 3 })
        {
            var id = await Start(house);
            house.Clock.AdvanceMinutes(minutes);
            await Say(house, house.Karim, id, "Hello");
            await house.Get<Chats>().Close(house.David, id);
        }
        (await house.Get<Chats>().Offer(house.David)).ShouldSatisfyAllConditions(
            o => o.Wait.ShouldBe(TimeSpan.FromMinutes(3)),
            o => Chats.WaitIn(o).ShouldBe("about 3 min")
        );
        house.Clock.AdvanceHours(10);
        offer = await house.Get<Chats>().Offer(house.David);
        (offer.IsOpen, offer.OpensAt).ShouldBe((false, new DateTimeOffset(2026, 3, 5, 6, 0, 0, TimeSpan.Zero)));
        await house
            .Get<Chats>()
            .Set(
                house.Amina,
                ChatSettings.Usual with
                {
                    Hours = new BusinessHours(
                        "UTC",
                        [.. Enum.GetValues<DayOfWeek>().Select(d => new WorkingDay(d, new(0, 0), new(0, 0)))],
                        []
                    ),
                }
            );
        (await house.Get<Chats>().Offer(house.David)).IsOpen.ShouldBeTrue();
        await house.Get<Chats>().Set(house.Amina, ChatSettings.Usual with { IsOn = false });
        (await house.Get<Chats>().Offer(house.David)).ShouldSatisfyAllConditions(
            o => o.IsOn.ShouldBeFalse(),
            o => o.IsOpen.ShouldBeFalse(),
            o => o.OpensAt.ShouldBeNull()
        );
    }

    [Theory, EachDatabase]
    public async Task An_agent_who_has_gone_gives_the_chats_back_and_one_who_is_there_keeps_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mine, theirs) = (await Start(house), await Start(house, house.Sara));
        await house.Get<Chats>().Take(house.Karim, mine);
        await house.Get<Chats>().Take(house.Lena, theirs);
        using var lenasPage = house.Get<ChatWatch>().Attend(house.Lena);
        var karimsPage = house.Get<ChatWatch>().Attend(house.Karim);
        async Task Look(int minutes)
        {
            house.Clock.AdvanceMinutes(minutes);
            await house.Get<ChatWatch>().Look(house.Product);
        }
        await Look(10);
        (await Read(house, mine)).Chat.State.ShouldBe(ChatState.Active);
        karimsPage.Dispose();
        await Look(1);
        await Look(2);
        (await Read(house, mine)).Chat.State.ShouldBe(ChatState.Active, "Gone for two minutes is not gone.");
        await Look(1);
        (await Read(house, mine)).Chat.State.ShouldBe(ChatState.Waiting);
        (await Read(house, theirs)).Chat.State.ShouldBe(ChatState.Active);
        (await house.Get<Chats>().Board(house.Lena)).Waiting.ShouldHaveSingleItem().Id.ShouldBe(mine);
    }

    [Theory, EachDatabase]
    public async Task Who_has_left_gets_the_answers_in_one_mail_and_who_is_there_gets_none(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (gone, there) = (await Start(house), await Start(house, house.Sara));
        using var karimsPage = house.Get<ChatWatch>().Attend(house.Karim);
        using var sarasPage = house.Get<Presence>().Look(house.Sara, there);
        house.Clock.AdvanceMinutes(1);
        foreach (var id in new[] { gone, there })
            await Say(house, house.Karim, id, "First answer");
        await Say(house, house.Karim, gone, "Second answer");
        await house.Get<ChatWatch>().Look(house.Product);
        async Task<List<string>> Mails()
        {
            await house.Drain();
            return
            [
                .. (
                    await house.Database.Ask(
                        "SELECT coalesce(string_agg(\"Address\" || ': ' || \"Content\", '~'), '') FROM \"Notifications\" WHERE \"Channel\" = 'Email' AND \"Kind\" = 'ticket_reply'".Replace(
                            "string_agg",
                            kind == DatabaseKind.Sqlite ? "group_concat" : "string_agg",
                            StringComparison.Ordinal
                        )
                    )
                ).Split('~', StringSplitOptions.RemoveEmptyEntries),
            ];
        }
        (await Mails()).ShouldBeEmpty("It may be a page that is loaded anew.");
        house.Clock.AdvanceMinutes(1);
        await house.Get<ChatWatch>().Look(house.Product);
        await house.Get<ChatWatch>().Look(house.Product);
        var mail = (await Mails()).ShouldHaveSingleItem();
        mail.ShouldStartWith("david@example.com");
        mail.ShouldContain("First answer");
        mail.ShouldContain("Second answer");
    }

    [Theory, EachDatabase]
    public async Task What_nobody_took_before_the_customer_left_becomes_a_ticket(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (left, waits) = (await Start(house), await Start(house, house.Sara));
        using var sarasPage = house.Get<Presence>().Look(house.Sara, waits);
        house.Clock.AdvanceMinutes(14);
        await house.Get<ChatWatch>().Look(house.Product);
        (await house.Get<Chats>().Board(house.Karim)).Waiting.Count.ShouldBe(2);
        house.Clock.AdvanceMinutes(2);
        await house.Get<ChatWatch>().Look(house.Product);
        (await house.Get<Chats>().Board(house.Karim)).Waiting.ShouldHaveSingleItem().Id.ShouldBe(waits);
        var ticket = (
            await house.Get<TicketLists>().List(house.Karim, new TicketFilter { List = "unassigned" })
        ).Items.ShouldHaveSingleItem();
        (ticket.Id, ticket.Status).ShouldBe((left, TicketStatus.Open));
        await house.Drain();
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.David)).Items.ShouldContain(n =>
            n.Link == $"/portal/tickets/{left}"
        );
    }

    [Theory, EachDatabase]
    public async Task Agents_are_told_of_a_chat_that_waits_and_the_record_tells_of_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var heard = 0;
        using var ear = house.Feed.Listen(Chats.QueueTopic(house.Nour), _ => heard++);
        var id = await Start(house);
        heard.ShouldBe(1);
        await house.Drain();
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.Karim))
            .Items.ShouldHaveSingleItem()
            .Link.ShouldBe($"/desk/chat?id={id}");
        await house.Get<Chats>().Take(house.Karim, id);
        await Say(house, house.David, id, "Are you there?");
        await house.Drain();
        // Messages while both are present ring no bell and send no mail.
        (await house.Get<CsDashboard.Notifications.Inbox>().List(house.Karim)).Items.Count.ShouldBe(1);
        var told = (await house.Get<CsDashboard.Customers.Timelines>().Read(house.Karim, house.David.CustomerId!.Value, "tickets"))
            .Items.Select(e => e.Kind)
            .ToList();
        told.ShouldContain(nameof(ChatStarted));
        told.ShouldContain(nameof(ChatTaken));
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "refused" })).Items.ShouldBeEmpty();
        await house.Get<Chats>().Close(house.Karim, id);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "refused" }))
            .Items.ShouldHaveSingleItem()
            .Id.ShouldBe(id);
    }

    [Theory, EachDatabase]
    public async Task Too_long_a_message_is_refused_and_nothing_is_stored(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var huge = new string('x', 100 * 1024);
        await Refused(() => Start(house, text: huge), RefusalKind.Invalid);
        await Refused(() => Start(house, topic: " "), RefusalKind.Invalid);
        (await house.Get<Chats>().Mine(house.David)).ShouldBeNull();
        var id = await Start(house);
        await Refused(() => Say(house, house.David, id, huge), RefusalKind.Invalid);
        (await Read(house, id)).Ticket.Messages.ShouldHaveSingleItem();
        foreach (var rating in new[] { 0, 6, -1 })
            await Refused(() => house.Get<Chats>().Close(house.David, id, new ChatClosing { Rating = rating }), RefusalKind.Invalid);
        (await Read(house, id)).Chat.IsLive.ShouldBeTrue();
    }
}
