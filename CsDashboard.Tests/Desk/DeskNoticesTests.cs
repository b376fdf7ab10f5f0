using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Desk;

/// <summary>Who is told of what, by which way, in which language (contract: portal, E-mail).</summary>
public sealed class DeskNoticesTests
{
    private sealed record Told(string Who, Channel Channel, string Kind, string Title, string Content, string? Link);

    /// <summary>Notices since the last call.</summary>
    private sealed class Post(House house)
    {
        private readonly HashSet<Guid> seen = [];

        public async Task<IReadOnlyList<Told>> Take()
        {
            await house.Drain();
            await using var db = house.Store.Open(house.Product);
            var names = new[] { house.Amina, house.Karim, house.Lena, house.Sara, house.David }.ToDictionary(
                a => a.UserId!.Value,
                a => a.Name
            );
            var rows = (await db.Set<Notification>().OrderBy(n => n.Id).ToListAsync()).Where(n => seen.Add(n.Id)).ToList();
            return
            [
                .. rows.Select(n => new Told(
                    n.UserId is { } user ? names[user] : n.Address!,
                    n.Channel,
                    n.Kind,
                    n.Title,
                    n.Content,
                    n.Link
                )),
            ];
        }
    }

    private static string[] Who(IEnumerable<Told> told, Channel channel) =>
        [.. told.Where(t => t.Channel == channel).Select(t => t.Who).Order()];

    private static string Both(IEnumerable<Told> told) =>
        $"{string.Join(' ', Who(told, Channel.Email))} / {string.Join(' ', Who(told, Channel.Bell))}";

    private static async Task<Guid> Open(House house, bool silent = false) =>
        (
            await house
                .Get<Tickets>()
                .Open(
                    house.Sara with
                    {
                        Silent = silent,
                    },
                    new NewTicket { Title = "My payout is late", Description = "It was due on Monday." }
                )
        ).Id;

    [Theory, EachDatabase]
    public async Task A_new_ticket_is_told_to_admins_by_mail_and_to_all_staff_inside(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        var told = await new Post(house).Take();
        // contract: portal, E-mail: ticket created -> admins.
        Who(told, Channel.Email).ShouldBe(["Amina"]);
        Who(told, Channel.Bell).ShouldBe(["Amina", "Karim", "Lena"]);
        told.ShouldAllBe(t =>
            t.Link == "/desk/tickets/" + id
            && t.Title.Contains("My payout is late")
            && t.Content.Contains("It was due on Monday.")
            && t.Content.Contains("Sara")
        );
    }

    [Theory, EachDatabase]
    public async Task A_customers_message_is_told_to_the_assigned_agent_or_inside_to_all(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        var post = new Post(house);
        await post.Take();
        await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Anybody there?" });
        var told = await post.Take();
        Who(told, Channel.Email).ShouldBeEmpty();
        Who(told, Channel.Bell).ShouldBe(["Amina", "Karim", "Lena"]);

        await house.Get<Tickets>().Change(house.Amina, id, new TicketChange { AssigneeId = house.Lena.UserId.ToString() });
        told = await post.Take();
        Both(told).ShouldBe("Lena / Lena");
        await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Hello Lena" });
        told = await post.Take();
        // contract: portal, E-mail: message -> assigned agent.
        Who(told, Channel.Email).ShouldBe(["Lena"]);
        Who(told, Channel.Bell).ShouldBe(["Lena"]);
        told.ShouldAllBe(t => t.Kind == "customer_message" && t.Content.Contains("Hello Lena"));
    }

    [Theory, EachDatabase]
    public async Task An_answer_is_told_to_the_customer_in_their_language_and_a_note_never(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { AssigneeId = house.Karim.UserId.ToString() });
        var post = new Post(house);
        await post.Take();
        await house
            .Get<Tickets>()
            .Remark(house.Karim, id, new NewMessage { Body = "A difficult one, @Lena what do you think? Password of the bank: hamster" });
        var told = await post.Take();
        told.Select(t => t.Who).Distinct().ShouldBe(["Lena"]);
        told.ShouldAllBe(t => t.Kind == "mention" && !t.Content.Contains("hamster") && !t.Title.Contains("hamster"));

        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "It is on its way." });
        told = await post.Take();
        Both(told).ShouldBe("Sara / Sara");
        told.ShouldAllBe(t =>
            t.Kind == "ticket_reply"
            && t.Link == "/portal/tickets/" + id
            && t.Content.Contains("It is on its way.")
            && t.Title.StartsWith("رد جديد على")
        );
    }

    [Theory, EachDatabase]
    public async Task A_change_of_status_is_told_inside_and_a_resolved_ticket_by_mail_with_an_invitation_to_rate(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        var post = new Post(house);
        await post.Take();
        foreach (var (status, mailed) in new[] { ("pending", false), ("resolved", true), ("closed", false), ("open", false) })
        {
            await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = status });
            var told = await post.Take();
            Who(told, Channel.Bell).ShouldBe(["Sara"], status);
            Who(told, Channel.Email).ShouldBe(mailed ? ["Sara"] : [], status);
            if (mailed)
                told.ShouldAllBe(t => t.Link == $"/portal/tickets/{id}#feedback" && t.Content.Contains("تقييم"));
        }
        // In the portal's words this is no move.
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = "in_progress" });
        (await post.Take()).ShouldBeEmpty();
        // The customer's own act.
        await house.Get<Tickets>().Close(house.Sara, id);
        (await post.Take()).ShouldNotContain(t => t.Who == "Sara");
    }

    [Theory]
    [
        EachDatabase("pending", "Notice_Status_Pending_Title"),
        EachDatabase("resolved", "Notice_Status_Resolved_Title"),
        EachDatabase("closed", "Notice_Status_Closed_Title"),
        EachDatabase(null, "Notice_Answered_Title")
    ]
    public async Task An_answer_that_moves_the_ticket_is_told_once(DatabaseKind kind, string? status, string title)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        var post = new Post(house);
        await post.Take();
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "Here it is.", Status = status });
        var told = await post.Take();
        Both(told).ShouldBe("Sara / Sara");
        var said = Words.In("ar", title).Split("{")[0];
        told.ShouldAllBe(t =>
            t.Kind == "ticket_reply" && t.Title.StartsWith(said) && t.Content.Contains("Here it is.") && t.Content.Contains("Karim")
        );
        told.ShouldAllBe(t => t.Link == $"/portal/tickets/{id}" + (status == "resolved" ? "#feedback" : ""));
    }

    [Theory, EachDatabase]
    public async Task Names_and_subjects_that_run_the_other_way_stand_apart_in_their_sentence(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var ticket = await house.Get<Tickets>().Open(house.Sara, new NewTicket { Title = "لم تصل الدفعة", Description = "منذ الأحد" });
        var told = (await new Post(house).Take()).Where(t => t.Channel == Channel.Bell).ToList();
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(t => t.Title == $"New ticket {ticket.ShortNumber}: {Bidi.Begin}لم تصل الدفعة{Bidi.End}");
        Bidi.Plain(told[0].Title).ShouldBe($"New ticket {ticket.ShortNumber}: لم تصل الدفعة");
        // A name that somebody gave themselves is set apart as well.
        Bidi.Isolated("en", [new SaidName("سارة"), new SaidName("Sara")]).ShouldBe([$"{Bidi.Begin}سارة{Bidi.End}", "Sara"]);
        Bidi.Isolated("ar", ["Karim", "كريم", 5, null]).ShouldBe([$"{Bidi.Begin}Karim{Bidi.End}", "كريم", 5, null]);
    }

    [Theory, EachDatabase]
    public async Task A_call_is_told_to_all_staff_and_its_time_or_refusal_to_the_customer(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var post = new Post(house);
        var call = await house
            .Get<CallRequests>()
            .Request(
                house.David,
                new NewCall
                {
                    Note = "About the fees",
                    Phone = "+49 30 1",
                    TimeZone = "Europe/Berlin",
                }
            );
        var told = await post.Take();
        // contract: portal, E-mail: call request -> agents (and admins).
        Who(told, Channel.Email).ShouldBe(["Amina", "Karim", "Lena"]);
        told.ShouldAllBe(t => t.Link == "/desk/calls" && t.Content.Contains("+49 30 1") && t.Content.Contains("About the fees"));

        await house.Get<CallRequests>().Schedule(house.Karim, call.Id, new DateTimeOffset(2026, 3, 5, 14, 0, 0, TimeSpan.Zero));
        told = await post.Take();
        Both(told).ShouldBe("David / David");
        told.ShouldAllBe(t => t.Content.Contains("2026-03-05 15:00 (Europe/Berlin)") && t.Link == "/portal/calls");

        await house.Get<CallRequests>().Reject(house.Lena, call.Id, "We are closed that day");
        told = await post.Take();
        Who(told, Channel.Email).ShouldBe(["David"]);
        told.ShouldAllBe(t => t.Content.Contains("We are closed that day"));
    }

    [Theory, EachDatabase]
    public async Task A_planned_call_that_is_taken_back_is_told_to_who_planned_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var call = await house.Get<CallRequests>().Request(house.David, new NewCall());
        await house.Get<CallRequests>().Schedule(house.Karim, call.Id, house.Clock.GetUtcNow().AddDays(1));
        var post = new Post(house);
        await post.Take();
        await house.Get<CallRequests>().Cancel(house.David, call.Id);
        (await post.Take()).ShouldHaveSingleItem().Who.ShouldBe("Karim");
    }

    [Theory, EachDatabase]
    public async Task A_rating_is_told_to_admins(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = "resolved" });
        var post = new Post(house);
        await post.Take();
        await house
            .Get<Tickets>()
            .Rate(
                house.Sara,
                new FeedbackInput
                {
                    TicketId = id.ToString(),
                    Rating = 2,
                    Comment = "Slow",
                }
            );
        var told = await post.Take();
        // contract: portal, E-mail: feedback -> admins.
        Both(told).ShouldBe("Amina / Amina");
        told.ShouldAllBe(t => t.Title.Contains('2') && t.Content.Contains("Slow"));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_told_of_their_own_act_of_silent_history_or_of_another_company(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var post = new Post(house);
        await Open(house, silent: true);
        (await post.Take()).ShouldBeEmpty();

        var id = (
            await house
                .Get<Tickets>()
                .OpenFor(
                    house.Amina,
                    house.Sara.CustomerId!.Value,
                    new NewTicket { Title = "By telephone", Description = "She called." },
                    house.Amina.UserId
                )
        ).Id;
        var told = await post.Take();
        told.ShouldNotContain(t => t.Who == "Amina");
        told.Where(t => t.Who == "Sara").Select(t => t.Link).Distinct().ShouldBe(["/portal/tickets/" + id]);

        await house.Get<Tickets>().Open(house.Oskar, new NewTicket { Title = "Elsewhere", Description = "Of the other company" });
        (await post.Take()).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task A_customer_without_an_account_is_told_by_mail_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var noah = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Karim, new NewCustomer { Name = "Noah", Email = "noah@example.org" });
        var id = (
            await house.Get<Tickets>().OpenFor(house.Karim, noah.Id, new NewTicket { Title = "By letter", Description = "He wrote." })
        ).Id;
        var post = new Post(house);
        await post.Take();
        await house.Get<Tickets>().Reply(house.Karim, id, new NewMessage { Body = "We have your letter." });
        var mail = (await post.Take()).ShouldHaveSingleItem();
        (mail.Who, mail.Channel).ShouldBe(("noah@example.org", Channel.Email));
    }

    [Theory, EachDatabase]
    public async Task A_disabled_assignee_leaves_the_message_to_all(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house);
        await house.Get<Tickets>().Change(house.Amina, id, new TicketChange { AssigneeId = house.Lena.UserId.ToString() });
        await house.Get<CsDashboard.Accounts.Users>().Disable(house.Amina, house.Lena.UserId!.Value);
        var post = new Post(house);
        await post.Take();
        await house.Get<Tickets>().Reply(house.Sara, id, new NewMessage { Body = "Hello?" });
        Who(await post.Take(), Channel.Bell).ShouldBe(["Amina", "Karim"]);
    }

    [Fact]
    public void Every_text_of_a_notice_is_there_in_both_languages()
    {
        foreach (
            var key in new[]
            {
                "Notice_TicketOpened_Title",
                "Notice_TicketOpened",
                "Notice_OpenedForYou_Title",
                "Notice_OpenedForYou",
                "Notice_CustomerWrote_Title",
                "Notice_About",
                "Notice_Answered_Title",
                "Notice_Answered",
                "Notice_Mentioned_Title",
                "Notice_Status_Resolved_Title",
                "Notice_Status_Resolved",
                "Notice_Status_Closed_Title",
                "Notice_Status_Closed",
                "Notice_Status_Pending_Title",
                "Notice_Status_Pending",
                "Notice_Status_Open_Title",
                "Notice_Status_Open",
                "Notice_Assigned_Title",
                "Notice_Assigned",
                "Notice_Call_Title",
                "Notice_Call",
                "Notice_CallTakenBack_Title",
                "Notice_CallScheduled_Title",
                "Notice_CallScheduled",
                "Notice_CallRejected_Title",
                "Notice_CallRejected",
                "Notice_CallCancelled_Title",
                "Notice_Feedback_Title",
            }
        )
        {
            var (en, ar) = (Words.In("en", key, "1", "2", "3"), Words.In("ar", key, "1", "2", "3"));
            en.ShouldNotBe(key);
            ar.ShouldNotBe(key);
            ar.ShouldNotBe(en, key);
        }
    }
}
