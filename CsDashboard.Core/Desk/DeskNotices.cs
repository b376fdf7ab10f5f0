using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>
/// Who is notified of what (contract: portal, E-mail). Nobody is notified of their own act, nor of anything entered silently. Nothing sent
/// from here holds the words of a note: a note never leaves by any channel.
/// </summary>
public sealed class DeskNotices(Notices notices)
    : IHandleMany<TicketOpened>,
        IHandleMany<MessageAdded>,
        IHandle<NoteAdded>,
        IHandle<StatusChanged>,
        IHandle<TicketAssigned>,
        IHandle<CallRequested>,
        IHandle<CallChanged>,
        IHandle<CallNear>,
        IHandle<FeedbackGiven>,
        IHandle<ChatStarted>,
        IHandle<ChatHandedOver>,
        IHandle<ChatAnswerMissed>,
        IHandle<ChatTurned>
{
    public async Task Handle(IReadOnlyList<Recorded<TicketOpened>> happenings, AppDb db)
    {
        foreach (var happening in happenings.Where(h => !h.Silent))
            await Opened(happening, db);
    }

    public async Task Handle(IReadOnlyList<Recorded<MessageAdded>> happenings, AppDb db)
    {
        // People who chat see it on the screen; ChatAnswerMissed tells somebody who has left.
        foreach (var happening in happenings.Where(h => !h.Silent && !h.Event.InChat))
            await Said(happening, db);
    }

    private async Task Opened(Recorded<TicketOpened> happening, AppDb db)
    {
        var e = happening.Event;
        if (!e.ByCustomer)
        {
            var forYou = new Notice("ticket_created", "Notice_OpenedForYou_Title", e.Number, e.Title)
            {
                ContentKey = "Notice_OpenedForYou",
                Quote = e.Excerpt,
                Link = new LinkTo("ticket", e.TicketId),
            };
            await Tell(happening, db, await CustomerOf(db, e.CustomerId), forYou);
        }
        var opened = new Notice("ticket_created", "Notice_TicketOpened_Title", e.Number, e.Title)
        {
            ContentKey = "Notice_TicketOpened",
            ContentValues = [new SaidName(e.CustomerName)],
            Quote = e.Excerpt,
            Link = new LinkTo("ticket", e.TicketId),
        };
        var admins = await Recipients.Admins(db);
        await Tell(happening, db, admins, opened);
        await Tell(happening, db, (await Recipients.Agents(db)).Except(admins), opened with { Channels = [Channel.Bell] });
    }

    private async Task Said(Recorded<MessageAdded> happening, AppDb db)
    {
        var e = happening.Event;
        if (e.ByCustomer)
        {
            var wrote = new Notice("customer_message", "Notice_CustomerWrote_Title", new SaidName(e.Author), e.Number)
            {
                ContentKey = "Notice_About",
                ContentValues = [e.Title],
                Quote = e.Excerpt,
                Link = new LinkTo("ticket", e.TicketId),
            };
            var assignee = e.AssigneeId is { } id ? await Recipients.OfUser(db, id) : null;
            if (assignee is not null)
                await Tell(happening, db, [assignee], wrote);
            else
                await Tell(happening, db, await Recipients.Agents(db), wrote with { Channels = [Channel.Bell] });
            return;
        }
        // One act makes one notice: where the answer moved the ticket, the notice says so.
        var title = (e.MovedTo is { Facts: { IsNews: true } news } ? news.Notice : "Notice_Answered") + "_Title";
        var resolved = e.MovedTo == TicketStatus.Resolved;
        var answered = new Notice("ticket_reply", title, e.Number, e.Title)
        {
            ContentKey = resolved ? "Notice_AnsweredResolved" : "Notice_Answered",
            ContentValues = [new SaidName(e.Author)],
            Quote = e.Excerpt,
            Link = new LinkTo("ticket", e.TicketId, resolved ? "feedback" : null),
        };
        await Tell(happening, db, await CustomerOf(db, e.CustomerId), answered);
    }

    public async Task Handle(Recorded<NoteAdded> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        var called = new Notice("mention", "Notice_Mentioned_Title", new SaidName(e.Author), e.Number)
        {
            ContentKey = "Notice_About",
            ContentValues = [e.Title],
            Link = new LinkTo("ticket", e.TicketId),
        };
        foreach (var id in e.Mentioned)
            if (await Recipients.OfUser(db, id) is { } colleague)
                await Tell(happening, db, [colleague], called);
    }

    public async Task Handle(Recorded<StatusChanged> happening, AppDb db)
    {
        var e = happening.Event;
        // A move that the customer's words don't show is no news, nor is that somebody began to work.
        if (
            happening.Silent
            || e.ByCustomer
            || e.ByAnswer
            || PortalWords.Of(e.From) == PortalWords.Of(e.To)
            || e.From == TicketStatus.New && e.To.Facts.Notice == e.From.Facts.Notice
        )
            return;
        var (resolved, content) = (e.To == TicketStatus.Resolved, e.To.Facts.Notice);
        var link = new LinkTo("ticket", e.TicketId, resolved ? "feedback" : null);
        await Tell(
            happening,
            db,
            await CustomerOf(db, e.CustomerId),
            new Notice("status_change", content + "_Title", e.Number, e.Title)
            {
                ContentKey = content,
                Link = link,
                Channels = resolved ? Channel.Usual : [Channel.Bell],
            }
        );
    }

    public async Task Handle(Recorded<TicketAssigned> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || e.To is not { } id || await Recipients.OfUser(db, id) is not { } assignee)
            return;
        await Tell(
            happening,
            db,
            [assignee],
            new Notice("ticket_assigned", "Notice_Assigned_Title", e.Number, e.Title)
            {
                ContentKey = "Notice_Assigned",
                ContentValues = [new SaidName(happening.ActorName)],
                Link = new LinkTo("ticket", e.TicketId),
            }
        );
    }

    public async Task Handle(Recorded<CallRequested> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        var at = e.At is { } time ? In(await ZoneOf(db, e.CallId), time) : "—";
        await Tell(
            happening,
            db,
            await Recipients.Agents(db),
            new Notice("call_requested", "Notice_Call_Title", new SaidName(e.CustomerName))
            {
                ContentKey = "Notice_Call",
                ContentValues = [e.Phone ?? "—", at],
                Quote = e.Note,
                Link = new LinkTo("calls"),
            }
        );
    }

    public async Task Handle(Recorded<CallChanged> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        if (e.ByCustomer)
        {
            // Somebody had planned to call: only that person has to know.
            var agent =
                e.From == CallStatus.Scheduled
                    ? await db.CallRequests.Where(c => c.Id == e.CallId).Select(c => c.AgentId).SingleOrDefaultAsync()
                    : null;
            if (agent is { } id && await Recipients.OfUser(db, id) is { } planned)
                await Tell(
                    happening,
                    db,
                    [planned],
                    new Notice("call_cancelled", "Notice_CallTakenBack_Title", new SaidName(e.CustomerName))
                    {
                        Link = new LinkTo("calls"),
                        Channels = [Channel.Bell],
                    }
                );
            return;
        }
        Notice? notice = e.To switch
        {
            CallStatus.Scheduled => new Notice("call_scheduled", "Notice_CallScheduled_Title")
            {
                ContentKey = "Notice_CallScheduled",
                ContentValues = [In(await ZoneOf(db, e.CallId), e.At ?? happening.At)],
                Link = new LinkTo("calls"),
            },
            CallStatus.Rejected => new Notice("call_rejected", "Notice_CallRejected_Title")
            {
                ContentKey = "Notice_CallRejected",
                Quote = e.Reason,
                Link = new LinkTo("calls"),
            },
            CallStatus.Cancelled => new Notice("call_cancelled", "Notice_CallCancelled_Title")
            {
                Link = new LinkTo("calls"),
                Channels = [Channel.Bell],
            },
            CallStatus.Requested or CallStatus.Completed => null,
        };
        if (notice is not null)
            await Tell(happening, db, await CustomerOf(db, e.CustomerId), notice);
    }

    public async Task Handle(Recorded<CallNear> happening, AppDb db)
    {
        var e = happening.Event;
        var mine = new Notice("call_reminder", "Notice_CallNear_Title", e.Minutes)
        {
            ContentKey = "Notice_CallScheduled",
            ContentValues = [In(await ZoneOf(db, e.CallId), e.At)],
            Link = new LinkTo("calls"),
        };
        await Tell(happening, db, await CustomerOf(db, e.CustomerId), mine);
        // One that nobody is named for is everybody's.
        var agent = e.AgentId is { } id ? await Recipients.OfUser(db, id) : null;
        foreach (var one in agent is null ? await Recipients.Agents(db) : [agent])
            await Tell(
                happening,
                db,
                [one],
                new Notice("call_reminder", "Notice_CallNearWith_Title", new SaidName(e.CustomerName), e.Minutes)
                {
                    ContentKey = "Notice_CallNearWith",
                    ContentValues = [In(await ZoneOfUser(db, one.UserId), e.At)],
                    Link = new LinkTo("calls"),
                }
            );
    }

    public async Task Handle(Recorded<FeedbackGiven> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        await Tell(
            happening,
            db,
            await Recipients.Admins(db),
            new Notice("feedback", "Notice_Feedback_Title", new SaidName(e.CustomerName), e.Number, e.Rating)
            {
                ContentKey = "Notice_About",
                ContentValues = [e.Title],
                Quote = e.Comment,
                Link = new LinkTo("ticket", e.TicketId),
            }
        );
    }

    public async Task Handle(Recorded<ChatStarted> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        var waits = new Notice("chat_waiting", "Notice_ChatWaits_Title", new SaidName(e.CustomerName), e.Topic)
        {
            Quote = e.Excerpt,
            Link = new LinkTo("chat", e.TicketId),
            Channels = [Channel.Bell],
        };
        await Tell(happening, db, await Recipients.Agents(db), waits);
    }

    public async Task Handle(Recorded<ChatHandedOver> happening, AppDb db)
    {
        var e = happening.Event;
        if (happening.Silent || e.To is not { } id || await Recipients.OfUser(db, id) is not { } colleague)
            return;
        await Tell(
            happening,
            db,
            [colleague],
            new Notice("chat_handed_over", "Notice_ChatHandedOver_Title", new SaidName(e.From), e.Topic)
            {
                Link = new LinkTo("chat", e.TicketId),
                Channels = [Channel.Bell],
            }
        );
    }

    public async Task Handle(Recorded<ChatAnswerMissed> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        var answered = new Notice("ticket_reply", "Notice_ChatAnswered_Title", e.Topic)
        {
            ContentKey = "Notice_Answered",
            ContentValues = [new SaidName(e.Author)],
            Quote = e.Excerpt,
            Link = new LinkTo("chat", e.TicketId),
        };
        await Tell(happening, db, await CustomerOf(db, e.CustomerId), answered);
    }

    public async Task Handle(Recorded<ChatTurned> happening, AppDb db)
    {
        if (happening.Silent)
            return;
        var e = happening.Event;
        await Tell(
            happening,
            db,
            await CustomerOf(db, e.CustomerId),
            new Notice("ticket_created", "Notice_ChatTurned_Title", e.Number, e.Topic)
            {
                ContentKey = "Notice_ChatTurned",
                Link = new LinkTo("ticket", e.TicketId),
            }
        );
        // Nobody had taken it, so nobody knows of it.
        if (e.AgentId is null)
            await Tell(
                happening,
                db,
                await Recipients.Agents(db),
                new Notice("ticket_created", "Notice_TicketOpened_Title", e.Number, e.Topic)
                {
                    ContentKey = "Notice_ChatLeft",
                    Link = new LinkTo("ticket", e.TicketId),
                    Channels = [Channel.Bell],
                }
            );
    }

    private Task Tell<T>(Recorded<T> happening, AppDb db, IEnumerable<Recipient> to, Notice notice)
        where T : IEvent => notices.Tell(db, to.Where(r => r.UserId is null || r.UserId != happening.UserId), notice);

    // A customer without an account has no inbox and still has an address.
    private static async Task<IReadOnlyList<Recipient>> CustomerOf(AppDb db, Guid customerId)
    {
        var users = await Recipients.OfCustomer(db, customerId);
        if (users.Count > 0)
            return users;
        return await db
            .Customers.Where(c => c.Id == customerId)
            .Select(c => new Recipient(null, c.Id, c.Name, c.Email, c.Language))
            .ToListAsync();
    }

    private static async Task<string> ZoneOf(AppDb db, Guid callId) =>
        await db.CallRequests.Where(c => c.Id == callId).Select(c => c.TimeZone).SingleOrDefaultAsync() ?? "UTC";

    private static async Task<string> ZoneOfUser(AppDb db, Guid? userId) =>
        await db.Users.Where(u => u.Id == userId).Select(u => u.TimeZone).SingleOrDefaultAsync() ?? "UTC";

    // The reader's own zone, named, in digits that read the same in both languages.
    private static string In(string zone, DateTimeOffset at)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known))
            (known, zone) = (TimeZoneInfo.Utc, "UTC");
        return string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(at, known):yyyy-MM-dd HH:mm} ({zone})");
    }
}
