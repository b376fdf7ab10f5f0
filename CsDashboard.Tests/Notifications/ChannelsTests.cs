using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Bunit;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Customers.Parts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Icons = CsDashboard.Web.Kit.Icons;

namespace CsDashboard.Tests.Notifications;

/// <summary>
/// A channel that is forgotten somewhere shows here: in the list, in a language, on a page, in the outbox, in the export.
/// </summary>
public sealed class ChannelsTests
{
    public static TheoryData<string> Names => [.. Channel.All.Select(c => c.Name)];

    private static Channel Of(string name) => Channel.All.Single(c => c.Name == name);

    private static async Task<House> WithPhone(DatabaseKind kind)
    {
        var house = await House.On(kind);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Karim, house.Sara.CustomerId!.Value, new CustomerChange { Phone = "+966500000001" });
        return house;
    }

    [Fact]
    public void Every_channel_is_in_the_list_and_no_two_are_called_alike()
    {
        typeof(Channel)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Channel))
            .Select(f => (Channel)f.GetValue(null)!)
            .Distinct()
            .ShouldBe(Channel.All, ignoreOrder: true);
        Channel.All.Select(c => c.Name).ShouldBeUnique();
        Channel.All.Select(c => c.Word).ShouldBeUnique();
        Channel.All.Select(c => c.Number).ShouldBeUnique();
        Channel.All.ShouldAllBe(c => c.Name.Length <= 16);
        Announcement.Types.ShouldBeUnique();
    }

    // Rows and links that were sent say them; these were taken when a channel was a number.
    [Fact]
    public void What_rows_and_links_call_a_channel_never_changes() =>
        new[] { ("Email", (byte)1, "email"), ("Sms", (byte)2, "sms"), ("InApp", (byte)0, "push") }.ShouldBeSubsetOf(
            Channel.All.Select(c => (c.Name, c.Number, c.Word))
        );

    [Theory, MemberData(nameof(Names))]
    public void Every_channel_has_its_texts_in_each_language_and_its_icon(string name)
    {
        var channel = Of(name);
        Icons.Paths.ContainsKey(channel.Icon).ShouldBeTrue($"There is no icon {channel.Icon}.");
        foreach (var language in Words.Languages)
        foreach (var key in new[] { "Channel_" + name, "Field_" + channel.TopicsField, channel.Address.UnreachedKey })
            Words.In(language, key).ShouldNotBe(key, $"{key} has no text in {language}.");
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Every_channel_carries_a_message_to_its_end_and_only_it_does(string name)
    {
        var channel = Of(name);
        await using var house = await WithPhone(DatabaseKind.Sqlite);
        var told = (
            await house
                .Get<Deliveries>()
                .Tell(house.Karim, house.Sara.CustomerId!.Value, new Announcement { Type = channel.Word, Message = "Hello." })
        ).ShouldHaveSingleItem();
        (told.Channel, told.Status, told.Title).ShouldBe(
            (channel, channel.LeavesTheHouse ? Delivery.Pending : Delivery.Sent, Words.In("ar", "Notice_Told_message"))
        );
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(channel.LeavesTheHouse ? 1 : 0);
        (await house.Get<Deliveries>().List(house.Sara)).Items.ShouldHaveSingleItem().Status.ShouldBe(Delivery.Sent);
        // A file where there is no gateway.
        Directory
            .GetFiles(house.Database.Folder, told.Id.ToString("N") + ".*", SearchOption.AllDirectories)
            .Length.ShouldBe(channel.LeavesTheHouse ? 1 : 0);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Who_cannot_be_reached_by_a_channel_is_told_so_in_a_sentence(string name)
    {
        var channel = Of(name);
        await using var house = await House.On(DatabaseKind.Sqlite);
        var stranger = (
            await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new NewCustomer { Name = "Nobody", Email = "nobody@example.com" })
        ).Id;
        Task Tell() => house.Get<Deliveries>().Tell(house.Karim, stranger, new Announcement { Type = channel.Word, Message = "Hello." });
        if (channel.Address == AddressKind.Mail)
        {
            await Tell();
            return;
        }
        (await Should.ThrowAsync<Refusal>(Tell))
            .Fields.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Field.ShouldBe("type"),
                f => f.Message.ShouldBe(Words.In("en", channel.Address.UnreachedKey))
            );
        (await house.Get<Deliveries>().List(house.Karim, stranger)).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Every_channel_is_switched_for_itself_and_handed_out(DatabaseKind kind)
    {
        await using var house = await WithPhone(kind);
        var (preferences, sara) = (house.Get<Preferences>(), house.Sara.CustomerId!.Value);
        foreach (var channel in Channel.All)
        {
            var set = (
                await preferences.Change(
                    house.Sara,
                    new PreferenceChange
                    {
                        Channels = [.. Channel.All.Select(c => (c, c != channel))],
                        Switches = [(channel, NoticeTopic.Signals, false)],
                    }
                )
            ).Set;
            (await preferences.Get(house.Sara)).Set.ShouldBe(set);
            Channel.All.Where(c => !set.Is(c)).ShouldBe([channel]);
            Channel.All.Where(c => set.Has(c, NoticeTopic.Signals)).ShouldBe(Channel.All.Skip(Channel.All.ToList().IndexOf(channel) + 1));
            var rows = await house.Store.Write(
                house.Product,
                async db =>
                    await house
                        .Get<Notices>()
                        .Tell(
                            db,
                            await Recipients.OfCustomer(db, sara),
                            new Notice("order_shipped", "Notice_Told_order") { Topic = NoticeTopic.Orders, Channels = Channel.All }
                        )
            );
            rows.Count.ShouldBe(Channel.All.Count);
            rows.Where(r => r.Reason == Hold.ChannelOff).Select(r => r.Channel).ShouldBe([channel]);
            await using var db = house.Store.Open(house.Product);
            var fields = (
                await house
                    .Services.GetServices<PersonalData>()
                    .Single(k => k.Name == "preferences")
                    .Rows(db, [sara], own: true)
                    .ToListAsync()
            )
                .ShouldHaveSingleItem()
                .Fields;
            fields.Where(f => f.Value is NoticeTopic.None).Select(f => f.Name).ShouldBe([channel.TopicsField]);
            fields.Select(f => f.Name).ShouldBe(["At", .. Channel.All.Select(c => c.TopicsField), "Daily", "Quiet"]);
        }
        (await house.Database.Ask("SELECT count(*) FROM \"NoticeChoices\"")).ShouldBe(
            Channel.All.Count.ToString(CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void What_pages_carry_over_and_events_keep_survives_json()
    {
        var set = NoticeSet.Unasked.With(Channel.Bell, false).With(Channel.Email, NoticeTopic.News, true);
        foreach (var options in new[] { JsonSerializerOptions.Web, StoredEvent.Json })
        {
            JsonSerializer.Deserialize<NoticeSet>(JsonSerializer.Serialize(set, options), options).ShouldBe(set);
            foreach (var channel in Channel.All)
                JsonSerializer.Deserialize<Channel>(JsonSerializer.Serialize<object>(channel, options), options).ShouldBe(channel);
        }
        JsonSerializer.Serialize(Channel.Bell).ShouldBe("\"in_app\"");
        // As events of before say it.
        JsonSerializer
            .Deserialize<NoticeSet>("""{"email":false,"emailTopics":"tickets, orders","daily":true,"newsletter":false}""", StoredEvent.Json)
            .ShouldBe(NoticeSet.Unasked with { Daily = true });
    }

    // Indices of the inbox are of rows of the bell; a question serves itself of them only if it says so in its text.
    [Fact]
    public async Task A_question_names_its_channel_in_its_text()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var db = house.Store.Open(house.Product);
        db.Notifications.Where(n => n.Channel == Channel.Bell && n.Status == Delivery.Sent)
            .ToQueryString()
            .ShouldContain("\"Channel\" = 'InApp'");
    }

    [Theory, EachDatabase]
    public async Task However_many_are_told_the_questions_stay_as_many(DatabaseKind kind)
    {
        await using var house = await WithPhone(kind);
        await house.Get<Preferences>().Change(house.Sara, new PreferenceChange { Frequency = "daily" });
        await house.Get<Preferences>().Change(house.Karim, new PreferenceChange { Frequency = "daily" });
        var (asked, questions) = (new List<int>(), new Questions());
        foreach (var copies in new[] { 1, 50 })
        {
            await using AppDb db =
                kind == DatabaseKind.Sqlite
                    ? new SqliteDb(
                        new DbContextOptionsBuilder<SqliteDb>()
                            .UseSqlite($"Data Source={house.Database.File};Pooling=false")
                            .AddInterceptors(questions)
                            .Options
                    )
                    : new PostgresDb(
                        new DbContextOptionsBuilder<PostgresDb>()
                            .UseNpgsql(house.Database.ConnectionString + ";Pooling=false")
                            .AddInterceptors(questions)
                            .Options
                    );
            db.Switch(Actor.System(house.Nour, house.Clock));
            List<Recipient> to =
            [
                .. await Recipients.OfCustomer(db, house.Sara.CustomerId!.Value),
                .. await Recipients.OfCustomer(db, house.David.CustomerId!.Value),
                .. await Recipients.Agents(db),
            ];
            questions.Count = 0;
            (
                await house
                    .Get<Notices>()
                    .Tell(
                        db,
                        Enumerable.Repeat(to, copies).SelectMany(t => t),
                        new Notice("order_shipped", "Notice_Told_order") { Channels = Channel.All }
                    )
            ).Count.ShouldBeGreaterThan(copies * 10);
            asked.Add(questions.Count);
        }
        // The preferences, the records of customers, the zones of staff, the country of the company.
        asked.ShouldBe([4, 4]);
    }

    private sealed class Questions : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count++;
            return new(result);
        }
    }

    // Of a channel that came later there is no row; who had chosen nothing for it is told by it as everybody is.
    [Theory, EachDatabase]
    public async Task A_channel_that_came_later_is_as_it_is_for_whom_nobody_asked(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var preferences = house.Get<Preferences>();
        await preferences.Change(house.Sara, new PreferenceChange { Channels = [(Channel.Email, false), (Channel.Sms, false)] });
        await house.Database.Ask("DELETE FROM \"NoticeChoices\" WHERE \"Channel\" = 'Sms'");
        var set = (await preferences.Get(house.Sara)).Set;
        Channel.All.Where(c => !set.Is(c)).ShouldBe([Channel.Email]);
        set.Of(Channel.Sms).ShouldBe(NoticeSet.Unasked.Of(Channel.Sms));
        await preferences.Change(house.Sara, new PreferenceChange { Channels = [(Channel.Sms, false)] });
        Channel.All.Where((await preferences.Get(house.Sara)).Set.Is).ShouldBe(Channel.All.Except([Channel.Email, Channel.Sms]));
    }

    [Fact]
    public async Task Every_channel_has_its_column_in_the_settings_and_on_the_record()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using (var screen = Screen.Of(house, house.David))
        {
            var page = screen.Open<AccountPage>("/account/notifications");
            page.WaitForElement("#notices thead");
            page.FindAll("#notices thead th").Skip(1).Select(th => th.TextContent).ShouldBe(Channel.All.Select(c => c.Label));
            page.FindAll("#notices tbody tr").ShouldAllBe(row => row.QuerySelectorAll("input").Length == Channel.All.Count);
        }
        await using (var screen = Screen.Of(house, house.Karim))
        {
            var page = screen.Open<AccountPage>("/account/notifications");
            page.WaitForElement("#notices thead");
            page.FindAll("#notices thead th")
                .Skip(1)
                .Select(th => th.TextContent)
                .ShouldBe(Channel.All.Where(c => c.Address != AddressKind.Phone).Select(c => c.Label));
            var record = screen.Render<RecordNotices>(p => p.Add(r => r.CustomerId, house.Sara.CustomerId!.Value));
            record.WaitForElement("#notices thead");
            record.FindAll("#notices thead th").Skip(1).Select(th => th.TextContent).ShouldBe(Channel.All.Select(c => c.Label));
        }
    }
}
