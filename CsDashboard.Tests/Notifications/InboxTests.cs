using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;
using CsDashboard.Notifications;
using CsDashboard.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Notifications;

public sealed class InboxTests
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    internal static Task Tell(PlatformGround ground, Actor to, Notice notice) => ground.Store.Write(ground.First with { TenantId = to.TenantId }, async db =>
        await ground.Get<Notices>().Tell(db, (await Recipients.OfUser(db, to.UserId!.Value))!, notice));

    // Any sentence of the product serves as a title here.
    internal static Notice Said(string name) => new("test", "Event_UserAdded", name) { Link = "/portal/tickets/1" };

    [Theory, MemberData(nameof(Databases))]
    public async Task A_person_sees_only_what_that_person_was_told_newest_first(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        var (lina, sami, stranger) = (await ground.Person(ground.First, "Lina"), await ground.Person(ground.First, "Sami"), await ground.Person(ground.Second, "Stranger"));
        for (var i = 1; i <= 5; i++)
        {
            await Tell(ground, lina, Said("N" + i));
            if (i != 3) ground.Clock.Move(TimeSpan.FromSeconds(1));
        }
        await Tell(ground, sami, Said("Sami's"));
        var inbox = ground.Get<Inbox>();
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
        await Should.ThrowAsync<Refusal>(() => inbox.List(ground.First));
        await Should.ThrowAsync<Refusal>(() => inbox.List(lina, "nonsense"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_latest_are_the_unread_ones_first_and_then_the_newest_of_the_others(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        var (lina, sami) = (await ground.Person(ground.First, "Lina"), await ground.Person(ground.First, "Sami"));
        for (var i = 1; i <= 6; i++)
        {
            await Tell(ground, lina, Said("N" + i));
            ground.Clock.Move(TimeSpan.FromSeconds(1));
        }
        var inbox = ground.Get<Inbox>();
        foreach (var row in (await inbox.List(lina)).Items.Where(r => r.Title[1] is not ('2' or '5'))) await inbox.MarkRead(lina, row.Id);
        (await inbox.Latest(lina, 4)).Select(r => r.Title[..2]).ShouldBe(["N5", "N2", "N6", "N4"]);
        (await inbox.Latest(lina, 1)).Select(r => r.Title[..2]).ShouldBe(["N5"]);
        (await inbox.Latest(sami, 4)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Reading_can_be_repeated_and_never_touches_anyone_elses(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        var (lina, sami) = (await ground.Person(ground.First, "Lina"), await ground.Person(ground.First, "Sami"));
        for (var i = 0; i < 3; i++) await Tell(ground, lina, Said("N"));
        await Tell(ground, sami, Said("S"));
        var inbox = ground.Get<Inbox>();
        var looks = 0;
        using var listening = ground.Get<LiveFeed>().Listen(Topic.User(lina.TenantId, lina.UserId!.Value), _ => looks++);
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
        await using var ground = await PlatformGround.Lay();
        var lina = await ground.Person(ground.First, "Lina");
        for (var i = 0; i < 101; i++) await Tell(ground, lina, Said("N") with { Mail = false });
        (await ground.Get<Inbox>().Unread(lina)).ShouldBe(99);
    }

    [Fact]
    public async Task A_notice_speaks_the_readers_language_and_open_pages_hear_of_it_after_the_commit()
    {
        await using var ground = await PlatformGround.Lay();
        var lina = await ground.Person(ground.First, "لينا", language: "ar");
        var looks = 0;
        using var listening = ground.Get<LiveFeed>().Listen(Topic.User(lina.TenantId, lina.UserId!.Value), _ => looks++);
        await Should.ThrowAsync<InvalidOperationException>(() => ground.Store.Write(ground.First, async db =>
        {
            await ground.Get<Notices>().Tell(db, (await Recipients.OfUser(db, lina.UserId!.Value))!, Said("X"));
            throw new InvalidOperationException();
        }));
        looks.ShouldBe(0);
        await Tell(ground, lina, Said("سامي") with { Quote = new string('q', 600) });
        looks.ShouldBe(1);
        var row = (await ground.Get<Inbox>().List(lina)).Items.Single();
        row.Title.ShouldBe(Words.In("ar", "Event_UserAdded", "سامي"));
        row.Title.ShouldNotContain("added");
        row.Content.Length.ShouldBe(500);
    }

    [Fact]
    public async Task Recipients_are_those_of_the_company_who_can_sign_in()
    {
        await using var ground = await PlatformGround.Lay();
        var customer = Guid.CreateVersion7();
        var boss = await ground.Person(ground.First, "Boss", Role.Admin);
        await ground.Person(ground.First, "Lina");
        var gone = await ground.Person(ground.First, "Gone", Role.Admin);
        await ground.Person(ground.First, "Sara", Role.Customer, "ar", customer);
        await ground.Person(ground.Second, "Elsewhere", Role.Admin);
        await ground.Get<Users>().Disable(boss, gone.UserId!.Value);
        await using var db = ground.Store.Open(ground.First);
        (await Recipients.Admins(db)).Select(r => r.Name).ShouldBe(["Boss"]);
        (await Recipients.Agents(db)).Select(r => r.Name).ShouldBe(["Boss", "Lina"]);
        var sara = (await Recipients.OfCustomer(db, customer)).Single();
        (sara.Name, sara.Language, sara.CustomerId).ShouldBe(("Sara", "ar", customer));
        (await Recipients.OfUser(db, gone.UserId!.Value)).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_link_leads_into_this_site(string link)
    {
        await using var ground = await PlatformGround.Lay();
        var lina = await ground.Person(ground.First, "Lina");
        await Should.ThrowAsync<ArgumentException>(() => Tell(ground, lina, Said("N") with { Link = link }));
        await using var db = ground.Store.Open(ground.First);
        (await db.Notifications.AnyAsync()).ShouldBeFalse();
    }
}
