using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Desk;

/// <summary>The counts and tags that the database keeps beside the tickets are those of the tickets, after whatever happened.</summary>
public sealed class TicketCountingTests
{
    private static readonly string[] Statuses = [.. Enum.GetValues<TicketStatus>().Select(Word.Of)];
    private static readonly string[][] TagSets =
    [
        [],
        ["vip"],
        ["vip", "payout"],
        ["سحب", "api"],
        ["payout"],
    ];

    [Theory, EachDatabase]
    public async Task They_are_exact_after_every_step_of_a_random_history(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (random, tickets) = (new Random(12), new List<Guid>());
        for (var step = 0; step < 120; step++)
        {
            house.Clock.AdvanceMinutes(9);
            await Step(house, random, tickets);
            if (step % 10 == 9)
                await AreExact(house);
        }
        var counts = await house.Get<TicketLists>().Counts(house.Karim);
        counts.All.ShouldBeGreaterThan(10);
        counts.ByStatus.Values.Sum().ShouldBe(counts.All);
    }

    [Theory, EachDatabase]
    public async Task They_are_exact_when_many_write_at_once_and_when_a_write_is_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var opened = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Open(house, i % 2 == 0 ? house.Sara : house.David)));
        await Task.WhenAll(
            opened.Select(id => house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Status = "resolved", Tags = ["vip"] }))
        );
        await AreExact(house);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                house.Karim,
                async db =>
                {
                    await db.Tickets.Where(t => t.Id == opened[0]).ExecuteDeleteAsync();
                    throw new InvalidOperationException("after the change");
                }
            )
        );
        await AreExact(house);
        (await house.Get<TicketLists>().Counts(house.Karim)).ByStatus[TicketStatus.Resolved].ShouldBe(16);
    }

    [Theory, EachDatabase]
    public async Task Tickets_that_were_there_before_are_counted_when_it_begins(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Open(house, house.Sara);
        await house.Get<Tickets>().Change(house.Karim, id, new TicketChange { Tags = ["vip", "سحب"] });
        await house.Store.Write(
            house.Karim,
            async db =>
            {
                string[] gone = db.Database.IsSqlite()
                    ? ["DROP TRIGGER \"Tickets_count_INSERT\"", "DELETE FROM \"TicketCounts\"", "DELETE FROM \"TicketTags\""]
                    : ["DROP TRIGGER \"Tickets_count\" ON \"Tickets\"", "DELETE FROM \"TicketCounts\"", "DELETE FROM \"TicketTags\""];
                foreach (var statement in gone)
                    await db.Database.ExecuteSqlRawAsync(statement);
            }
        );
        await Open(house, house.Sara);
        await house.Store.Prepare();
        await AreExact(house);
        await Open(house, house.David);
        await AreExact(house);
    }

    private static async Task<Guid> Open(House house, Actor customer) =>
        (
            await house.Get<Tickets>().Open(customer, new NewTicket { Title = "My payout is late", Description = "It was due on Monday." })
        ).Id;

    private static async Task Step(House house, Random random, List<Guid> tickets)
    {
        var some = tickets.Count == 0 ? Guid.Empty : tickets[random.Next(tickets.Count)];
        var staff = random.Next(2) == 0 ? house.Karim : house.Amina;
        switch (tickets.Count < 5 ? 0 : random.Next(9))
        {
            case 0 or 1:
                tickets.Add(await Open(house, random.Next(2) == 0 ? house.Sara : house.David));
                break;
            case 2 or 3:
                await house.Get<Tickets>().Change(staff, some, new TicketChange { Status = Statuses[random.Next(Statuses.Length)] });
                break;
            case 4:
                var assignee = random.Next(3) switch
                {
                    0 => "",
                    1 => house.Karim.UserId.ToString(),
                    _ => house.Amina.UserId.ToString(),
                };
                await house.Get<Tickets>().ChangeAll(staff, [some, tickets[0]], new TicketChange { AssigneeId = assignee });
                break;
            case 5:
                await house.Get<Tickets>().Change(staff, some, new TicketChange { Tags = TagSets[random.Next(TagSets.Length)] });
                break;
            case 6:
                await house.Get<Tickets>().Reply(staff, some, new NewMessage { Body = "We are on it." });
                break;
            case 7:
                var chat = await house.Get<Chats>().Start(house.Sara, new NewChat { Topic = "A question", Message = "Hello" });
                await house.Get<Chats>().Take(house.Karim, chat.Ticket.Id);
                if (random.Next(2) == 0)
                    await house.Get<Chats>().ToTicket(house.Karim, chat.Ticket.Id);
                else
                    await house.Get<Chats>().Close(house.Karim, chat.Ticket.Id);
                break;
            default:
                await house.Store.Write(house.Karim, db => db.Tickets.Where(t => t.Id == some).ExecuteDeleteAsync());
                tickets.Remove(some);
                break;
        }
    }

    private static async Task AreExact(House house)
    {
        await using var db = house.Store.Open(house.Karim);
        var tickets = await db
            .Tickets.Where(t => !t.InChat)
            .Select(t => new
            {
                t.Id,
                t.Status,
                t.AssigneeId,
                t.TagText,
                t.LastMessageAt,
            })
            .ToListAsync();
        var kept = await db.Set<TicketCount>().ToListAsync();
        kept.GroupBy(c => (c.AssigneeId, c.Status))
            .Select(g => (g.Key, Count: g.Sum(c => c.Count)))
            .Where(c => c.Count != 0)
            .OrderBy(c => c.Key.AssigneeId)
            .ThenBy(c => c.Key.Status)
            .ShouldBe(
                tickets
                    .GroupBy(t => (AssigneeId: t.AssigneeId ?? Guid.Empty, t.Status))
                    .Select(g => (g.Key, Count: g.Count()))
                    .OrderBy(c => c.Key.AssigneeId)
                    .ThenBy(c => c.Key.Status)
            );
        (await db.Set<TicketTag>().ToListAsync())
            .Select(g => (g.TicketId, g.Tag, g.LastMessageAt))
            .OrderBy(g => g.TicketId)
            .ThenBy(g => g.Tag, StringComparer.Ordinal)
            .ShouldBe(
                tickets
                    .SelectMany(t => Ticket.SplitTags(t.TagText).Select(tag => (TicketId: t.Id, Tag: tag, t.LastMessageAt)))
                    .OrderBy(g => g.TicketId)
                    .ThenBy(g => g.Tag, StringComparer.Ordinal)
            );
    }
}
