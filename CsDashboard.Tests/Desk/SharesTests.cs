using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Desk;

/// <summary>One person cannot use up what everybody shares, and is told when they may have more.</summary>
public sealed class SharesTests
{
    private static Task<House> Limited(DatabaseKind kind) => House.On(kind, s => s.Configure<Settings>(x => x.RateLimit = new()));

    private static async Task<Refusal> TooMany(Func<Task> act)
    {
        var refusal = await Should.ThrowAsync<Refusal>(act);
        refusal.Kind.ShouldBe(RefusalKind.TooMany);
        refusal.Message.ShouldContain(Words.Wait(refusal.RetryAfter!.Value));
        return refusal;
    }

    [Theory, EachDatabase]
    public async Task A_customer_opens_so_many_tickets_within_an_hour_and_staff_as_many_as_they_like(DatabaseKind kind)
    {
        await using var house = await Limited(kind);
        Task Open(Actor who) => house.Get<Tickets>().Open(who, new NewTicket { Title = "Late", Description = "It was due." });
        for (var i = 0; i < Tickets.AnHour; i++)
        {
            await Open(house.Sara);
            house.Clock.AdvanceMinutes(1);
        }
        var refusal = await TooMany(() => Open(house.Sara));
        refusal.RetryAfter!.Value.ShouldBe(TimeSpan.FromMinutes(60 - Tickets.AnHour));
        await Open(house.David);
        await house
            .Get<Tickets>()
            .OpenFor(house.Karim, house.Sara.CustomerId!.Value, new NewTicket { Title = "For her", Description = "By phone." });
        house.Clock.Advance(refusal.RetryAfter.Value);
        await Open(house.Sara);
        await TooMany(() => Open(house.Sara));
    }

    [Theory, EachDatabase]
    public async Task So_it_is_with_calls(DatabaseKind kind)
    {
        await using var house = await Limited(kind);
        for (var i = 0; i < CallRequests.AnHour; i++)
            await house.Get<CallRequests>().Request(house.Sara, new NewCall { Note = "Please" });
        var refusal = await TooMany(() => house.Get<CallRequests>().Request(house.Sara, new NewCall()));
        await house.Get<CallRequests>().Request(house.David, new NewCall());
        house.Clock.Advance(refusal.RetryAfter!.Value);
        await house.Get<CallRequests>().Request(house.Sara, new NewCall());
    }

    [Theory, EachDatabase]
    public async Task Files_that_wait_take_only_so_much_room(DatabaseKind kind)
    {
        await using var house = await Limited(kind);
        async Task Upload(Actor who, int size)
        {
            var bytes = new byte[size];
            DeskApp.Png.CopyTo(bytes, 0);
            await house.Get<Attachments>().Upload(who, "a.png", new MemoryStream(bytes));
        }
        for (var i = 0; i < 6; i++)
            await Upload(house.Sara, 10 * 1024 * 1024 - 1);
        await TooMany(() => Upload(house.Sara, 10 * 1024 * 1024 - 1));
        for (var i = 0; i < Attachments.WaitingFiles; i++)
            await Upload(house.David, 100);
        var refusal = await TooMany(() => Upload(house.David, 100));
        await Upload(house.Karim, 100);
        house.Clock.Advance(refusal.RetryAfter!.Value);
        await Upload(house.David, 100);
    }

    [Theory, EachDatabase]
    public async Task Boxes_beyond_a_hundred_are_forgotten_the_oldest_first(DatabaseKind kind)
    {
        await using var house = await Limited(kind);
        var boxes = Enumerable.Range(0, Drafts.Most + 5).Select(_ => BoxKey.Reply(Guid.NewGuid())).ToList();
        foreach (var box in boxes)
        {
            await house.Get<Drafts>().Keep(house.Sara, box, "Typed");
            house.Clock.AdvanceSeconds(1);
        }
        await using var db = house.Store.Open(house.Sara);
        (await db.Drafts.CountAsync()).ShouldBe(Drafts.Most);
        (await house.Get<Drafts>().Get(house.Sara, boxes[4])).ShouldBeNull();
        (await house.Get<Drafts>().Get(house.Sara, boxes[5])).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_searches_faster_than_they_type()
    {
        await using var house = await Limited(DatabaseKind.Sqlite);
        for (var i = 0; i < QuickSearch.AMinute; i++)
            await house.Get<QuickSearch>().Find(house.Sara, "payout");
        var refusal = await Should.ThrowAsync<Refusal>(() => house.Get<QuickSearch>().Find(house.Sara, "payout"));
        refusal.Kind.ShouldBe(RefusalKind.TooMany);
        await house.Get<QuickSearch>().Find(house.Karim, "payout");
        house.Clock.Advance(refusal.RetryAfter!.Value);
        await house.Get<QuickSearch>().Find(house.Sara, "payout");
    }
}
