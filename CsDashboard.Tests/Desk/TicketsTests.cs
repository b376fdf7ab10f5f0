using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Desk;

/// <summary>The verbs of tickets, on each database.</summary>
public sealed class TicketsTests
{
    private static Task<TicketDetail> Open(House house, Actor? customer = null, string priority = "medium", string? key = null) =>
        house
            .Get<Tickets>()
            .Open(
                customer ?? house.Sara,
                new NewTicket
                {
                    Title = "My payout is late",
                    Description = "It was due on Monday.",
                    Priority = priority,
                    Key = key,
                }
            );

    private static Task<TicketDetail> Move(House house, Guid id, string status) =>
        house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = status });

    private static Task<TicketDetail> Read(House house, Guid id) => house.Get<TicketLists>().Get(house.Karim, id);

    [Theory, EachDatabase]
    public async Task What_is_said_in_one_instant_is_read_in_the_order_in_which_it_was_said(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        var said = Enumerable.Range(0, 30).Select(i => $"Message {i}").ToList();
        foreach (var body in said)
            await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = body });
        (await Read(house, id)).Messages.Skip(1).Select(m => m.Body).ShouldBe(said);
    }

    [Theory, EachDatabase]
    public async Task What_was_read_is_marked_unread_for_its_reader_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        var tickets = house.Get<Tickets>();
        async Task<bool> Unread(Actor actor) => (await house.Get<TicketLists>().List(actor, TicketFilter.Latest)).Items.Single().Unread;
        foreach (var reader in new[] { house.Karim, house.Lena })
            await tickets.MarkSeen(reader, id);
        (await Unread(house.Karim)).ShouldBeFalse();
        await tickets.MarkUnseen(house.Karim, id);
        await tickets.MarkUnseen(house.Karim, id);
        (await Unread(house.Karim)).ShouldBeTrue();
        (await Unread(house.Lena)).ShouldBeFalse();
        await tickets.MarkSeen(house.Karim, id);
        (await Unread(house.Karim)).ShouldBeFalse();
        // Who never opened it may say so, too; strangers find nothing.
        await tickets.MarkUnseen(house.Amina, id);
        foreach (var stranger in new[] { house.Olga, house.David })
            (await Should.ThrowAsync<Refusal>(() => tickets.MarkUnseen(stranger, id))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task A_ticket_moves_from_every_status_to_every_other(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        foreach (var from in Enum.GetValues<TicketStatus>())
        foreach (var to in Enum.GetValues<TicketStatus>())
        {
            var id = (await Open(house)).Id;
            await Move(house, id, Word.Of(from));
            house.Clock.AdvanceMinutes(1);
            var events = (await house.Events(house.Nour)).Count;
            var ticket = await Move(house, id, Word.Of(to));
            ticket.Status.ShouldBe(to);
            var done = to is TicketStatus.Resolved or TicketStatus.Closed;
            ticket.IsOpen.ShouldBe(!done);
            (ticket.ResolvedAt is not null).ShouldBe(done, $"{from} to {to}");
            (ticket.ClosedAt is not null).ShouldBe(to == TicketStatus.Closed, $"{from} to {to}");
            // Safe to repeat: a move that changes nothing is not recorded.
            ((await house.Events(house.Nour)).Count - events).ShouldBe(from == to ? 0 : 1, $"{from} to {to}");
        }
    }

    [Theory]
    [EachDatabase("resolved", TicketStatus.Open)]
    [EachDatabase("closed", TicketStatus.Open)]
    [EachDatabase("pending", TicketStatus.Open)]
    [EachDatabase("in_progress", TicketStatus.InProgress)]
    [EachDatabase("new", TicketStatus.New)]
    public async Task A_customers_reply_opens_what_was_done_or_waited_for_them(DatabaseKind kind, string status, TicketStatus after)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await Move(house, id, status);
        house.Clock.AdvanceMinutes(5);
        await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "And another thing" });
        var ticket = await Read(house, id);
        (ticket.Status, ticket.ResolvedAt, ticket.ClosedAt).ShouldBe((after, null, null));
    }

    [Theory, EachDatabase]
    public async Task The_first_answer_takes_the_ticket_and_meets_the_first_response_time(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        house.Clock.AdvanceHours(1);
        await house.Get<Tickets>().Remark(house.Lena, id, new NewMessage { Body = "A note is no answer" });
        (await Read(house, id)).FirstResponse!.State.ShouldBe(SlaState.Due);
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "Hello" });
        var ticket = await Read(house, id);
        ticket.AssigneeId.ShouldBe(house.Karim.UserId);
        (ticket.FirstResponse!.State, ticket.FirstResponse.Span).ShouldBe((SlaState.Met, TimeSpan.FromHours(1)));
        await house.Get<Tickets>().Reply(house.Lena, id, new NewMessage { Body = "Me too" });
        (await Read(house, id)).AssigneeId.ShouldBe(house.Karim.UserId);
    }

    [Theory]
    [EachDatabase("urgent", "2026-03-02T09:30:00Z", "2026-03-02T13:00:00Z")]
    [EachDatabase("high", "2026-03-02T10:00:00Z", "2026-03-03T08:00:00Z")]
    [EachDatabase("medium", "2026-03-02T13:00:00Z", "2026-03-04T09:00:00Z")]
    [EachDatabase("low", "2026-03-03T08:00:00Z", "2026-03-09T09:00:00Z")]
    public async Task The_SLA_is_counted_in_business_hours_of_the_company(
        DatabaseKind kind,
        string priority,
        string first,
        string resolution
    )
    {
        // Monday, 12:00 in Riyadh; the company works Sunday to Thursday, 9 to 18.
        await using var house = await House.On(kind);
        var ticket = await Read(house, (await Open(house, priority: priority)).Id);
        (ticket.FirstResponse!.DueAt, ticket.Resolution!.DueAt).ShouldBe((DateTimeOffset.Parse(first), DateTimeOffset.Parse(resolution)));
    }

    [Theory, EachDatabase]
    public async Task The_time_that_we_wait_for_the_customer_does_not_count(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await Move(house, id, "pending");
        (await Read(house, id)).Resolution!.State.ShouldBe(SlaState.Paused);
        // A day on the wall is nine hours of work.
        house.Clock.AdvanceDays(1);
        await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Here it is" });
        var sla = (await Read(house, id)).Resolution!;
        (sla.State, sla.Paused, sla.DueAt).ShouldBe((SlaState.Due, TimeSpan.FromHours(9), DateTimeOffset.Parse("2026-03-05T09:00:00Z")));
        // A second pause adds to the first; a night adds nothing.
        house.Clock.AdvanceHours(7);
        await Move(house, id, "pending");
        house.Clock.AdvanceHours(9);
        (await Move(house, id, "open")).Resolution!.DueAt.ShouldBe(DateTimeOffset.Parse("2026-03-05T09:00:00Z"));
    }

    [Theory, EachDatabase]
    public async Task An_overdue_SLA_is_overdue_and_one_that_was_kept_late_is_missed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house, priority: "urgent")).Id;
        house.Clock.AdvanceMinutes(45);
        var sla = (await Read(house, id)).FirstResponse!;
        (sla.State, sla.Span).ShouldBe((SlaState.Overdue, TimeSpan.FromMinutes(15)));
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "Sorry" });
        sla = (await Read(house, id)).FirstResponse!;
        (sla.State, sla.Span).ShouldBe((SlaState.Missed, TimeSpan.FromMinutes(15)));
    }

    [Theory, EachDatabase]
    public async Task A_holiday_and_another_zone_hold_from_the_moment_an_admin_sets_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var usual = SlaPolicy.Usual("Europe/Berlin");
        await house.Get<SlaPolicies>().Set(house.Amina, usual with { Hours = usual.Hours with { Holidays = [new DateOnly(2026, 3, 3)] } });
        // Monday, 10:00 in Berlin: 8 h today, none tomorrow, 9 h on Wednesday, 1 h on Thursday.
        var ticket = await Read(house, (await Open(house)).Id);
        (ticket.Resolution!.DueAt, ticket.Resolution.Holidays).ShouldBe((DateTimeOffset.Parse("2026-03-05T09:00:00Z"), 1));
        await Should.ThrowAsync<Refusal>(() => house.Get<SlaPolicies>().Set(house.Karim, usual));
        (await house.Get<SlaPolicies>().Get(house.Omar)).Hours.Holidays.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Fifty_sendings_of_one_reply_at_once_are_one_reply(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        var key = Guid.NewGuid().ToString();
        var said = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Once", Key = key }))
        );
        said.Select(m => m.Id).Distinct().Count().ShouldBe(1);
        (await Read(house, id)).Messages.Count.ShouldBe(2);
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(MessageAdded)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Fifty_replies_at_once_are_all_kept_and_counted(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i =>
                    house
                        .Get<Tickets>()
                        .Reply(
                            i % 2 == 0 ? house.Sara : house.Karim,
                            id,
                            new NewMessage { Body = $"Reply {i}", Key = Guid.NewGuid().ToString() }
                        )
                )
        );
        (await Read(house, id)).Messages.Count.ShouldBe(51);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter())).Items.Single().MessageCount.ShouldBe(51);
    }

    [Theory, EachDatabase]
    public async Task Somebody_elses_key_hides_no_message(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await house.Get<Tickets>().Remark(house.Karim, id, new NewMessage { Body = "A note", Key = "k" });
        var reply = await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "An answer", Key = "k" });
        reply.Body.ShouldBe("An answer");
        (await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Thanks", Key = "k" })).Body.ShouldBe("Thanks");
    }

    [Theory, EachDatabase]
    public async Task Sending_empties_the_box_it_was_typed_in_and_a_refusal_does_not(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (drafts, tickets, chats) = (house.Get<Drafts>(), house.Get<Tickets>(), house.Get<Chats>());
        var (reply, note) = (BoxKey.Reply(Guid.NewGuid()), BoxKey.Note(Guid.NewGuid()));
        (string Name, BoxKey Box)[] boxes =
        [
            ("subject", BoxKey.NewSubject),
            ("new", BoxKey.NewTicket),
            ("reply", reply),
            ("note", note),
            ("chat", BoxKey.NewChat),
        ];
        async Task<string> Kept(Actor actor) =>
            string.Join(
                ' ',
                (await Task.WhenAll(boxes.Select(async b => await drafts.Get(actor, b.Box) is null ? null : b.Name))).OfType<string>()
            );
        foreach (var actor in new[] { house.Sara, house.Karim })
        foreach (var (_, box) in boxes)
            await drafts.Keep(actor, box, "Half a text");
        await Should.ThrowAsync<Refusal>(() =>
            tickets.Open(house.Sara, new NewTicket { Title = "Late", Boxes = [BoxKey.NewSubject, BoxKey.NewTicket] })
        );
        var id = (
            await tickets.Open(
                house.Sara,
                new NewTicket
                {
                    Title = "Late",
                    Description = "Very",
                    Boxes = [BoxKey.NewSubject, BoxKey.NewTicket],
                }
            )
        ).Id;
        (await Kept(house.Sara)).ShouldBe("reply note chat");
        await tickets.Reply(house.Sara, id, new NewMessage { Body = "By the API, from no box" });
        (await Kept(house.Sara)).ShouldBe("reply note chat");
        await tickets.Reply(house.Sara, id, new NewMessage { Body = "One", Box = reply });
        (
            await chats.Start(
                house.Sara,
                new NewChat
                {
                    Topic = "Hello",
                    Message = "Is anybody there?",
                    Box = BoxKey.NewChat,
                }
            )
        ).ShouldNotBeNull();
        (await Kept(house.Sara)).ShouldBe("note");
        await Should.ThrowAsync<Refusal>(() =>
            tickets.Reply(
                house.Karim,
                id,
                new NewMessage
                {
                    Body = "Two",
                    Box = reply,
                    SeenUntil = house.Clock.Now().AddDays(-1),
                }
            )
        );
        (await Kept(house.Karim)).ShouldBe(
            "subject new reply note chat",
            "Boxes are of one person each, and what was refused is not lost."
        );
        await tickets.Remark(house.Karim, id, new NewMessage { Body = "For us", Box = note });
        (await Kept(house.Karim)).ShouldBe("subject new reply chat");
    }

    [Theory, EachDatabase]
    public async Task A_blank_key_is_none(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (one, two) = (await Open(house, key: ""), await Open(house, key: " "));
        two.Id.ShouldNotBe(one.Id);
        foreach (var body in new[] { "One", "Two" })
            await house.Get<Tickets>().Reply(house.Sara, one.Id, new NewMessage { Body = body, Key = "" });
        (await Read(house, one.Id)).Messages.Count.ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task An_answer_that_has_not_seen_the_customers_last_word_is_held_back(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var ticket = await Open(house);
        var seen = ticket.LastMessageAt;
        house.Clock.AdvanceMinutes(1);
        await house.Get<Tickets>().Reply(house.Sara, ticket.Id, new NewMessage { Body = "Wait, it has come" });
        var refused = await Should.ThrowAsync<Refusal>(() =>
            house.Get<Tickets>().Reply(house.Karim, ticket.Id, new NewMessage { Body = "It comes tomorrow", SeenUntil = seen })
        );
        (refused.Kind, refused.Code).ShouldBe((RefusalKind.Conflict, "newer_message"));
        (await Read(house, ticket.Id)).Messages.Count.ShouldBe(2);
        await house.Get<Tickets>().Reply(house.Karim, ticket.Id, new NewMessage { Body = "Good", SeenUntil = house.Clock.GetUtcNow() });
    }

    [Theory, EachDatabase]
    public async Task A_change_of_many_is_all_or_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (one, two, his) = ((await Open(house)).Id, (await Open(house)).Id, (await Open(house, house.Oskar)).Id);
        await Should.ThrowAsync<Refusal>(() =>
            house.Get<Tickets>().ChangeAll(house.Karim, [one, two, his], new TicketChange { Status = "closed" })
        );
        (await Read(house, one)).Status.ShouldBe(TicketStatus.Open);
        await house.Get<Tickets>().ChangeAll(house.Karim, [one, two], new TicketChange { Status = "closed", AddTags = ["bulk"] });
        (await Read(house, two)).Tags.ShouldBe(["bulk"]);
        (await house.Get<TicketLists>().Get(house.Oskar, his)).Status.ShouldBe(TicketStatus.Open);
    }

    [Theory, EachDatabase]
    public async Task Two_ratings_at_once_are_one(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await Move(house, id, "resolved");
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 5)
                .Select(async rating =>
                {
                    try
                    {
                        await house.Get<Tickets>().Rate(house.Sara, new FeedbackInput { TicketId = id.ToString(), Rating = rating });
                        return "kept";
                    }
                    catch (Refusal refusal)
                    {
                        return refusal.Kind.ToString();
                    }
                })
        );
        outcomes.Count(o => o == "kept").ShouldBe(1);
        outcomes.Count(o => o == nameof(RefusalKind.Conflict)).ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task A_list_is_paged_without_gaps_while_it_is_searched_and_in_every_order(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 12; i++)
        {
            var customer = i % 3 == 0 ? house.David : house.Sara;
            var ticket = await house
                .Get<Tickets>()
                .Open(customer, new NewTicket { Title = $"Ticket {i}", Description = i % 2 == 0 ? "About the ferret" : "About nothing" });
            if (i % 4 == 1)
                await house.Get<Tickets>().Remark(house.Karim, ticket.Id, new NewMessage { Body = "ferret, surely" });
            // Some at the very same instant: the id must keep the order total.
            if (i % 2 == 0)
                house.Clock.AdvanceMinutes(1);
        }
        await house.Drain();
        foreach (var sort in new[] { "activity", "created", "waiting", "due" })
        foreach (var search in new[] { null, "ferret", "fer" })
        {
            var all = (
                await house
                    .Get<TicketLists>()
                    .List(
                        house.Karim,
                        new TicketFilter
                        {
                            Sort = sort,
                            Search = search,
                            Size = 100,
                        }
                    )
            ).Items.Select(t => t.Id).ToList();
            all.Count.ShouldBe(search is null ? 12 : 9, $"{sort} {search}");
            var paged = new List<Guid>();
            for (string? after = null; ; )
            {
                var page = await house
                    .Get<TicketLists>()
                    .List(
                        house.Karim,
                        new TicketFilter
                        {
                            Sort = sort,
                            Search = search,
                            Size = 2,
                            After = after,
                        }
                    );
                paged.AddRange(page.Items.Select(t => t.Id));
                if ((after = page.Next) is null)
                    break;
            }
            paged.ShouldBe(all, $"{sort} {search}");
        }
        // The customer finds nothing by a note, and nothing of anybody else's.
        (await house.Get<TicketLists>().List(house.Sara, new TicketFilter { Search = "surely" })).Items.ShouldBeEmpty();
        (await house.Get<TicketLists>().List(house.Sara, new TicketFilter { Search = "ferret" })).Items.Count.ShouldBe(4);
        (await house.Get<TicketLists>().List(house.Olga, new TicketFilter { Search = "ferret" })).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Arabic_words_are_found_however_they_are_spelt(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (
            await house
                .Get<Tickets>()
                .Open(house.Sara, new NewTicket { Title = "تأخّر السحب", Description = "طلبتُ سحبَ الأرباح إلى البنك" })
        ).Id;
        await house.Drain();
        foreach (var words in new[] { "تاخر", "سحب", "الارباح", "أرباح", "البنك" })
            (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = words }))
                .Items.Select(t => t.Id)
                .ShouldBe([id], words);
    }

    [Theory, EachDatabase]
    public async Task A_renamed_ticket_is_found_by_its_new_name(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = (await Open(house)).Id;
        await house.Drain();
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Title = "Hedgehog account" });
        await house.Drain();
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "hedgehog" }))
            .Items.ShouldHaveSingleItem()
            .Id.ShouldBe(id);
        (await house.Get<TicketLists>().List(house.Karim, new TicketFilter { Search = "late" })).Items.ShouldBeEmpty();
    }

    [Theory]
    [EachDatabase("@Karim can you?", "Karim, Karim Aziz, Karim Haddad")]
    [EachDatabase("(@karim AZIZ), please", "Karim Aziz")]
    [EachDatabase("@Karim Aziz and @Lena", "Karim Aziz, Lena")]
    [EachDatabase("@Karim Azizi is somebody else", "Karim, Karim Aziz, Karim Haddad")]
    [EachDatabase("write to me@lena or @Lenas", "")]
    public async Task A_note_calls_in_whoever_has_the_longest_name_that_it_names(DatabaseKind kind, string note, string called)
    {
        await using var house = await House.On(kind);
        foreach (var name in new[] { "Karim Aziz", "Karim Haddad" })
            await house.Store.Write(
                house.Product with
                {
                    Silent = true,
                },
                db =>
                    Users.Add(
                        db,
                        new NewAccount
                        {
                            Name = name,
                            Email = name.Replace(' ', '.') + "@example.com",
                            Role = Role.Agent,
                        }
                    )
            );
        var id = (await Open(house)).Id;
        await house.Get<Tickets>().Remark(house.Amina, id, new NewMessage { Body = note });
        await using var db = house.Store.Open(house.Product);
        var names = db.Mentions.Select(m => m.UserId).ToList().ConvertAll(user => db.Users.Single(u => u.Id == user).Name);
        string.Join(", ", names.Order(StringComparer.Ordinal)).ShouldBe(called);
    }
}
