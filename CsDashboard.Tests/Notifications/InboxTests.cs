using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Notifications;

public sealed class InboxTests
{
    internal static Task Tell(House house, Actor to, Notice notice) =>
        house.Store.Write(
            house.Product with
            {
                TenantId = to.TenantId,
            },
            async db => await house.Get<Notices>().Tell(db, (await Recipients.OfUser(db, to.UserId!.Value))!, notice)
        );

    // Any sentence of the product serves as a title here.
    internal static Notice Said(string name) => new("test", "Event_UserAdded", name) { Link = new LinkTo("ticket", "1") };

    [Theory, EachDatabase]
    public async Task A_person_sees_only_what_that_person_was_told_newest_first(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (lina, sami, stranger) = (
            await house.Newcomer(house.Product, "Lina"),
            await house.Newcomer(house.Product, "Sami"),
            await house.Newcomer(house.ProductOfOther, "Stranger")
        );
        for (var i = 1; i <= 5; i++)
        {
            await Tell(house, lina, Said("N" + i));
            if (i != 3)
                house.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Tell(house, sami, Said("Sami's"));
        var inbox = house.Get<Inbox>();
        var titles = new List<string>();
        string? after = null;
        do
        {
            var page = await inbox.List(lina, after, 2);
            titles.AddRange(page.Items.Select(r => r.Title));
            after = page.Next;
        } while (after is not null);
        titles.Count.ShouldBe(5);
        titles.Distinct().Count().ShouldBe(5);
        (titles[0], titles[^1]).ShouldBe(("N5 was added", "N1 was added"));
        (await inbox.Unread(lina)).ShouldBe(5);
        (await inbox.List(stranger)).Items.ShouldBeEmpty();
        // Even an actor who carries a foreign user id sees nothing outside the own company.
        (await inbox.List(stranger with { UserId = lina.UserId })).Items.ShouldBeEmpty();
        await Should.ThrowAsync<Refusal>(() => inbox.List(house.Product));
        await Should.ThrowAsync<Refusal>(() => inbox.List(lina, "nonsense"));
    }

    [Theory, EachDatabase]
    public async Task The_latest_are_the_unread_ones_first_and_then_the_newest_of_the_others(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (lina, sami) = (await house.Newcomer(house.Product, "Lina"), await house.Newcomer(house.Product, "Sami"));
        for (var i = 1; i <= 6; i++)
        {
            await Tell(house, lina, Said("N" + i));
            house.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        var inbox = house.Get<Inbox>();
        foreach (var row in (await inbox.List(lina)).Items.Where(r => r.Title[1] is not ('2' or '5')))
            await inbox.MarkRead(lina, row.Id);
        (await inbox.Latest(lina, 4)).Select(r => r.Title[..2]).ShouldBe(["N5", "N2", "N6", "N4"]);
        (await inbox.Latest(lina, 1)).Select(r => r.Title[..2]).ShouldBe(["N5"]);
        (await inbox.Latest(sami, 4)).ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Reading_can_be_repeated_and_never_touches_anyone_elses(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (lina, sami) = (await house.Newcomer(house.Product, "Lina"), await house.Newcomer(house.Product, "Sami"));
        for (var i = 0; i < 3; i++)
            await Tell(house, lina, Said("N"));
        await Tell(house, sami, Said("S"));
        var inbox = house.Get<Inbox>();
        var looks = 0;
        using var listening = house.Get<LiveFeed>().Listen(Topic.User(lina.TenantId, lina.UserId!.Value), _ => looks++);
        var id = (await inbox.List(lina)).Items[0].Id;
        await inbox.MarkRead(lina, id);
        await inbox.MarkRead(lina, id);
        looks.ShouldBe(1);
        (await inbox.Unread(lina)).ShouldBe(2);
        (await Should.ThrowAsync<Refusal>(() => inbox.MarkRead(sami, id))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => inbox.MarkRead(lina, Guid.NewGuid()))).Kind.ShouldBe(RefusalKind.NotFound);
        await inbox.MarkAllRead(lina);
        await inbox.MarkAllRead(lina);
        looks.ShouldBe(2);
        (await inbox.Unread(lina)).ShouldBe(0);
        (await inbox.List(lina)).Items.ShouldAllBe(r => r.IsRead);
        (await inbox.Unread(sami)).ShouldBe(1);
    }

    [Fact]
    public async Task Ninety_nine_stands_for_more()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var lina = await house.Newcomer(house.Product, "Lina");
        for (var i = 0; i < 101; i++)
            await Tell(house, lina, Said("N") with { Channels = [Channel.Bell] });
        (await house.Get<Inbox>().Unread(lina)).ShouldBe(99);
    }

    [Fact]
    public async Task A_notice_speaks_the_readers_language_and_open_pages_hear_of_it_after_the_commit()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var lina = await house.Newcomer(house.Product, "لينا", language: "ar");
        var looks = 0;
        using var listening = house.Get<LiveFeed>().Listen(Topic.User(lina.TenantId, lina.UserId!.Value), _ => looks++);
        await Should.ThrowAsync<InvalidOperationException>(() =>
            house.Store.Write(
                house.Product,
                async db =>
                {
                    await house.Get<Notices>().Tell(db, (await Recipients.OfUser(db, lina.UserId!.Value))!, Said("X"));
                    throw new InvalidOperationException();
                }
            )
        );
        looks.ShouldBe(0);
        await Tell(house, lina, Said("سامي") with { Quote = new string('q', 600) });
        looks.ShouldBe(1);
        var row = (await house.Get<Inbox>().List(lina)).Items.Single();
        row.Title.ShouldBe(Words.In("ar", "Event_UserAdded", "سامي"));
        row.Title.ShouldNotContain("added");
        row.Content.Length.ShouldBe(500);
    }

    [Fact]
    public async Task Recipients_are_those_of_the_company_who_can_sign_in()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var gone = await house.Newcomer(house.Product, "Gone", Role.Admin);
        await house.Get<Users>().Disable(house.Amina, gone.UserId!.Value);
        await using var db = house.Store.Open(house.Product);
        (await Recipients.Admins(db)).Select(r => r.Name).ShouldBe(["Amina"]);
        (await Recipients.Agents(db)).Select(r => r.Name).ShouldBe(["Amina", "Karim", "Lena"]);
        var sara = (await Recipients.OfCustomer(db, house.Sara.CustomerId!.Value)).Single();
        (sara.Name, sara.Language, sara.CustomerId).ShouldBe(("Sara", "ar", house.Sara.CustomerId));
        (await Recipients.OfUser(db, gone.UserId!.Value)).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_link_leads_into_this_site(string link)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var lina = await house.Newcomer(house.Product, "Lina");
        await Should.ThrowAsync<ArgumentException>(() => Tell(house, lina, Said("N") with { Link = new LinkTo(link) }));
        await using var db = house.Store.Open(house.Product);
        (await db.Notifications.AnyAsync()).ShouldBeFalse();
    }
}
