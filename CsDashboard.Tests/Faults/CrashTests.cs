using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Faults;

public sealed partial class CrashTests
{
    [Fact]
    public async Task The_desk_killed_under_load_again_and_again_keeps_delivers_and_finds_all_it_had_acknowledged()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Stop();
        var acknowledged = new Dictionary<Guid, (string What, string Word)>();
        for (var round = 0; round < 4; round++)
        {
            await Doomed.Work(
                "crash-desk",
                house.Database.Folder,
                Random.Shared.Next(10, 60),
                line =>
                    line is [var what, var text, { Length: 33 } word]
                    && Guid.TryParse(text, out var id)
                    && acknowledged.TryAdd(id, (what, word))
            );
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            (await house.Database.Ask("PRAGMA foreign_key_check")).ShouldBe("");
            await NothingIsHalfDone(house.Database);
        }

        await using var again = house.Again();
        await again.Store.Prepare();
        var told = (await again.Events(again.Nour)).Concat(await again.Events(again.Other)).ToList();
        var kept = told.Select(e => e.Happening())
            .Select(e =>
                e is TicketOpened t ? t.TicketId
                : e is MessageAdded m ? m.MessageId
                : Guid.Empty
            )
            .ToHashSet();
        acknowledged.Keys.Where(id => !kept.Contains(id)).ShouldBeEmpty("Acknowledged, and its event is lost.");

        await again.Drain();
        (await house.Database.Ask("SELECT count(*) FROM Events WHERE DeliveredAt IS NULL")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM FailedDeliveries")).ShouldBe("0");
        foreach (var company in new[] { again.Nour, again.Other })
            await EverythingReached(again, company, acknowledged);
        await NoMailIsSaidToBeSentThatIsNot(again);
        again.Log.Lines.ShouldBeEmpty();

        // And it works on.
        await again.Get<Tickets>().Open(again.Sara, new NewTicket { Title = "Alive", Description = "Still here." });
    }

    private static async Task NothingIsHalfDone(TestDatabase database)
    {
        (await database.Ask("SELECT count(*) FROM Tickets t WHERE NOT EXISTS (SELECT 1 FROM Messages m WHERE m.TicketId = t.Id)")).ShouldBe(
            "0",
            "A ticket without its first message."
        );
        (await database.Ask("SELECT count(*) FROM Messages m WHERE NOT EXISTS (SELECT 1 FROM Tickets t WHERE t.Id = m.TicketId)")).ShouldBe(
            "0",
            "A message without its ticket."
        );
        (
            await database.Ask(
                "SELECT count(*) FROM Tickets t WHERE t.MessageCount <> (SELECT count(*) FROM Messages m WHERE m.TicketId = t.Id)"
            )
        ).ShouldBe("0", "A ticket that counts its messages wrong.");
        // The first message of a ticket is part of the ticket's event; every other has an event of its own.
        (
            await database.Ask(
                "SELECT count(*) FROM Tickets t WHERE (SELECT count(*) FROM Events e WHERE e.SubjectId = t.Id AND e.Kind = 'TicketOpened') <> 1"
            )
        ).ShouldBe("0", "A ticket without its event.");
        (
            await database.Ask(
                "SELECT count(*) FROM Tickets t WHERE (SELECT count(*) FROM Events e WHERE e.SubjectId = t.Id AND e.Kind = 'MessageAdded') <> (SELECT count(*) - 1 FROM Messages m WHERE m.TicketId = t.Id)"
            )
        ).ShouldBe("0", "A message without its event.");
        (
            await database.Ask(
                """
                SELECT count(*) FROM (SELECT TenantId, COALESCE(AssigneeId, '00000000-0000-0000-0000-000000000000') AS Who, Status, count(*) AS n FROM Tickets WHERE NOT InChat GROUP BY 1, 2, 3) t
                LEFT JOIN TicketCounts c ON c.TenantId = t.TenantId AND c.AssigneeId = t.Who AND c.Status = t.Status WHERE c.Count IS NOT t.n
                """
            )
        ).ShouldBe("0", "A kept count that is wrong.");
    }

    // Each was found by search and announced to the people concerned, once.
    private static async Task EverythingReached(House house, Guid company, Dictionary<Guid, (string What, string Word)> acknowledged)
    {
        var actor = Actor.System(company, house.Clock);
        await using var db = house.Store.Open(actor);
        var mine = await db.Tickets.Select(t => t.Id).Concat(db.Messages.Select(m => m.Id)).ToListAsync();
        var notices = (
            await db
                .Notifications.Where(n => n.Channel == Channel.Bell)
                .Select(n => new
                {
                    n.UserId,
                    n.Kind,
                    n.Content,
                })
                .ToListAsync()
        ).SelectMany(n => Word().Matches(n.Content).Select(m => (Word: m.Value, n.Kind, n.UserId))).ToLookup(n => n.Word);
        var (staff, looked) = (await db.UsersEverywhere.CountAsync(u => u.TenantId == company && u.CustomerId == null), 0);
        foreach (var id in mine)
        {
            if (!acknowledged.TryGetValue(id, out var ack))
                continue;
            var hits = await house.Get<ISearchIndex>().Find(db, new SearchQuery(ack.Word, Audience.Staff));
            hits.Select(h => h.SubjectId).ShouldContain(id, $"{ack.What} is not found.");
            var heard = notices[ack.Word].ToList();
            heard.ShouldAllBe(n =>
                n.Kind
                == (
                    ack.What == "opened" ? "ticket_created"
                    : ack.What == "wrote" ? "customer_message"
                    : "ticket_reply"
                )
            );
            heard.Count.ShouldBeGreaterThan(0, $"Nobody was told of what was {ack.What}.");
            if (ack.What == "opened")
                heard.Count.ShouldBe(staff);
            heard.Select(n => n.UserId).ShouldBeUnique();
            looked++;
        }
        looked.ShouldBeGreaterThan(0);
    }

    private static async Task NoMailIsSaidToBeSentThatIsNot(House house)
    {
        foreach (var company in new[] { house.Nour, house.Other })
        {
            await using var db = house.Store.Open(Actor.System(company, house.Clock));
            var mails = await db.Notifications.Where(n => n.Channel == Channel.Email).Select(n => new { n.Id, n.Status }).ToListAsync();
            mails.ShouldNotBeEmpty();
            mails.ShouldAllBe(m => m.Status == Delivery.Pending || m.Status == Delivery.Sent);
            foreach (var mail in mails.Where(m => m.Status == Delivery.Sent))
                File.Exists(Path.Combine(house.Database.Folder, "mail", mail.Id.ToString("N") + ".eml"))
                    .ShouldBeTrue("A mail that is said to be sent is not there.");
        }
    }

    [GeneratedRegex("w[0-9a-f]{32}")]
    private static partial Regex Word();
}
