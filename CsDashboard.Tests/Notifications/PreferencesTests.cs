using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CsDashboard.Tests.Notifications;

/// <summary>How people want to be notified, that notices obey it, and what was sent; on each database.</summary>
public sealed class PreferencesTests
{
    private static Preferences Prefs(House house) => house.Get<Preferences>();

    private static Notice Order(string title) =>
        new("order_shipped", "Notice_Told_order")
        {
            Title = title,
            Topic = NoticeTopic.Orders,
            Channels = [Channel.Bell, Channel.Email, Channel.Sms],
        };

    private static Task Tell(House house, Actor to, Notice notice) =>
        house.Store.Write(
            house.Product,
            async db => await house.Get<Notices>().Tell(db, await Recipients.OfCustomer(db, to.CustomerId!.Value), notice)
        );

    private static async Task<IReadOnlyList<DeliveryRow>> Sent(House house, Actor person) =>
        (await house.Get<Deliveries>().List(person)).Items;

    private static async Task Phone(House house, Actor person, string? zone = null) =>
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Karim, person.CustomerId!.Value, new CustomerChange { Phone = "+966500000001", TimeZone = zone ?? "UTC" });

    [Theory, EachDatabase]
    public async Task What_is_switched_off_is_kept_with_its_reason_and_goes_nowhere(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Phone(house, house.Sara);
        await Tell(house, house.Sara, Order("First"));
        (await Sent(house, house.Sara))
            .Select(r => (r.Channel, r.Status, r.Reason))
            .ShouldBe(
                [(Channel.Bell, Delivery.Sent, null), (Channel.Email, Delivery.Pending, null), (Channel.Sms, Delivery.Pending, null)],
                ignoreOrder: true
            );
        await house.Get<OutboxSender>().SendDue();

        house.Clock.AdvanceMinutes(1);
        await Prefs(house)
            .Change(
                house.Sara,
                new PreferenceChange
                {
                    Channels = [(Channel.Email, false)],
                    Topics = new Dictionary<NoticeTopic, bool> { [NoticeTopic.Orders] = false },
                }
            );
        await Tell(house, house.Sara, Order("Second"));
        (await Sent(house, house.Sara))
            .Where(r => r.Title == "Second")
            .Select(r => (r.Channel, r.Status, r.Reason))
            .ShouldBe(
                [
                    (Channel.Bell, Delivery.Held, Hold.TopicOff),
                    (Channel.Email, Delivery.Held, Hold.ChannelOff),
                    (Channel.Sms, Delivery.Held, Hold.TopicOff),
                ],
                ignoreOrder: true
            );
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(0);
        (await house.Get<Inbox>().List(house.Sara)).Items.ShouldHaveSingleItem().Title.ShouldBe("First");
        (await house.Get<Inbox>().Unread(house.Sara)).ShouldBe(1);
        // Security passes every switch.
        await Tell(house, house.Sara, new Notice("security_alert", "Notice_Told_alert"));
        (await house.Get<Inbox>().Unread(house.Sara)).ShouldBe(2);
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(1);
        // Others are notified as before.
        await Tell(house, house.David, Order("Other"));
        (await Sent(house, house.David)).ShouldAllBe(r => r.Reason == null);
        // It is in the history of the record, and the switch was safe to repeat.
        await Prefs(house).Change(house.Sara, new PreferenceChange { Channels = [(Channel.Email, false)] });
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(PreferencesChanged)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task At_night_a_mail_waits_for_the_morning_of_its_reader(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Phone(house, house.Sara, "Asia/Riyadh");
        await Prefs(house).Change(house.Sara, new PreferenceChange { QuietHours = true });
        var night = At(house, 20);
        await Tell(house, house.Sara, Order("Late"));
        var rows = await Sent(house, house.Sara);
        rows.Where(r => r.Channel != Channel.Bell)
            .ShouldAllBe(r => r.Status == Delivery.Pending && r.Reason == Hold.Quiet && r.HeldUntil == night.AddHours(9));
        rows.Single(r => r.Channel == Channel.Bell).Status.ShouldBe(Delivery.Sent);
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromHours(9));
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(2);
        (await Sent(house, house.Sara))
            .Where(r => r.Channel != Channel.Bell)
            .ShouldAllBe(r => r.Status == Delivery.Sent && r.Reason == Hold.Quiet);
    }

    [Theory, EachDatabase]
    public async Task The_daily_mail_gathers_once_and_what_it_carried_is_sent_with_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Prefs(house).Change(house.Sara, new PreferenceChange { Frequency = "daily" });
        At(house, 9);
        foreach (var title in new[] { "One", "Two", "Three" })
            await Tell(house, house.Sara, Order(title) with { Quote = "About " + title });
        await Tell(house, house.David, Order("Davids"));
        (await house.Get<Digests>().Gather(house.Product)).ShouldBe(0);
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(1, "David's alone");
        At(house, 8);
        (await house.Get<Digests>().Gather(house.ProductOfOther)).ShouldBe(0);
        (await house.Get<Digests>().Gather(house.Product)).ShouldBe(1);
        (await house.Get<Digests>().Gather(house.Product)).ShouldBe(0);
        var mails = (await Sent(house, house.Sara)).Where(r => r.Channel == Channel.Email).ToList();
        mails.Count(r => r.Status == Delivery.Pending).ShouldBe(4);
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(1);
        mails = [.. (await Sent(house, house.Sara)).Where(r => r.Channel == Channel.Email)];
        mails.ShouldAllBe(r => r.Status == Delivery.Sent && r.SentAt == house.Clock.Now());
        mails.Count(r => r.Reason == Hold.Digest).ShouldBe(3);
        var digest = mails.Single(r => r.Reason is null);
        digest.Content.ShouldSatisfyAllConditions(
            c => c.ShouldContain("• One\nAbout One"),
            c => c.ShouldContain("• Three"),
            c => c.ShouldNotContain("Davids")
        );
        digest.Title.ShouldBe(Words.In("ar", "Digest_Title", "3"), "Sara reads Arabic.");
    }

    // contract C14: the CRM's flags are those of the preferences, whichever side sets them.
    [Theory, EachDatabase]
    public async Task The_record_and_the_preferences_never_say_two_things(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (customers, lists, sara) = (
            house.Get<CsDashboard.Customers.CustomerRecords>(),
            house.Get<CustomerLists>(),
            house.Sara.CustomerId!.Value
        );
        async Task<(bool, bool, string)> Record() =>
            await lists.Get(house.Karim, sara) is var r ? (r.Facts.Newsletter, r.Facts.Notifications, r.Facts.Language) : default;
        async Task<(bool, bool, string)> Mine() =>
            await Prefs(house).Get(house.Sara) is var p ? (p.Set.Newsletter, p.Set.Notifications, p.Language) : default;
        (await Mine()).ShouldBe((false, true, "ar"));
        await customers.Change(house.Karim, sara, new CustomerChange { Newsletter = true, Notifications = false });
        (await Mine()).ShouldBe((true, false, "ar"));
        (await Prefs(house).Get(house.Sara)).Set.Has(Channel.Email, NoticeTopic.Tickets).ShouldBeFalse();
        await Prefs(house)
            .Change(
                house.Sara,
                new PreferenceChange
                {
                    Newsletter = false,
                    Switches = [(Channel.Bell, NoticeTopic.Tickets, true)],
                    Language = "en",
                }
            );
        (await Record(), await Mine()).ShouldBe(((false, true, "en"), (false, true, "en")));
        (await Prefs(house).Get(house.Sara)).Set.Has(Channel.Email, NoticeTopic.Tickets).ShouldBeFalse("Only the bell was opened.");
        await customers.Change(house.Karim, sara, new CustomerChange { Notifications = false });
        await customers.Change(house.Karim, sara, new CustomerChange { Notifications = true });
        (await Record(), await Mine()).ShouldBe(((false, true, "en"), (false, true, "en")));
    }

    [Theory, EachDatabase]
    public async Task Only_the_person_and_staff_of_the_company_reach_them_and_bad_input_changes_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sara = house.Sara.CustomerId!.Value;
        (await Prefs(house).Change(house.Karim, new PreferenceChange { Channels = [(Channel.Sms, false)] }, sara))
            .Set.Is(Channel.Sms)
            .ShouldBeFalse();
        (await Prefs(house).Get(house.Sara)).Set.Is(Channel.Sms).ShouldBeFalse();
        foreach (var stranger in new[] { house.David, house.Oskar, house.Olga })
        {
            (await Should.ThrowAsync<Refusal>(() => Prefs(house).Get(stranger, sara))).Kind.ShouldBe(RefusalKind.NotFound);
            (
                await Should.ThrowAsync<Refusal>(() =>
                    Prefs(house).Change(stranger, new PreferenceChange { Channels = [(Channel.Bell, false)] }, sara)
                )
            ).Kind.ShouldBe(RefusalKind.NotFound);
            (await Should.ThrowAsync<Refusal>(() => house.Get<Deliveries>().List(stranger, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        }
        foreach (
            var (bad, field) in new (PreferenceChange, string)[]
            {
                (new() { Frequency = "weekly" }, "frequency"),
                (new() { QuietFrom = "25:00" }, "quietFrom"),
                (new() { QuietUntil = "morning" }, "quietUntil"),
                (new() { QuietFrom = "08:00" }, "quietUntil"),
                (new() { Language = "fr" }, "language"),
            }
        )
            (await Should.ThrowAsync<Refusal>(() => Prefs(house).Change(house.Sara, bad))).Fields[0].Field.ShouldBe(field);
        // Staff have their own row, by their account.
        await Prefs(house).Change(house.Karim, new PreferenceChange { Channels = [(Channel.Email, false)] });
        (await Prefs(house).Get(house.Lena)).Set.Is(Channel.Email).ShouldBeTrue();
        (await house.Database.Ask("SELECT count(*) FROM \"NoticePreferences\"")).ShouldBe("2");
        await InboxTests.Tell(house, house.Karim, new Notice("ticket_assigned", "Notice_Told_message"));
        (await house.Get<Deliveries>().List(house.Karim))
            .Items.Select(r => r.Status)
            .ShouldBe([Delivery.Sent, Delivery.Held], ignoreOrder: true);
    }

    [Theory, EachDatabase]
    public async Task What_was_sent_is_read_page_by_page_without_gaps(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 0; i < 7; i++)
        {
            await Tell(house, house.Sara, Order("N" + i) with { Channels = [Channel.Sms, Channel.Bell] });
            if (i % 2 == 0)
                house.Clock.AdvanceMinutes(1);
        }
        var (titles, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await house.Get<Deliveries>().List(house.Karim, house.Sara.CustomerId, after, 2);
            titles.AddRange(page.Items.Select(r => r.Title));
            after = page.Next;
        } while (after is not null);
        // Those of one instant stand in the order of their ids, which within a millisecond is chance.
        titles.ShouldBe(["N6", "N5", "N4", "N3", "N2", "N1", "N0"], ignoreOrder: true);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Deliveries>().List(house.Sara, size: 0))).Fields[0].Field.ShouldBe("limit");
        (await Should.ThrowAsync<Refusal>(() => house.Get<Deliveries>().List(house.Sara, after: "x"))).Kind.ShouldBe(RefusalKind.Invalid);
    }

    [Theory, EachDatabase]
    public async Task Merging_moves_them_export_hands_them_out_and_erasing_takes_them(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, twin) = (
            house.Sara.CustomerId!.Value,
            (
                await house
                    .Get<CsDashboard.Customers.CustomerRecords>()
                    .Add(house.Karim, new NewCustomer { Name = "Twin", Email = "twin@example.com" })
            ).Id
        );
        await Prefs(house).Change(house.Karim, new PreferenceChange { Frequency = "daily" }, twin);
        await house.Get<Merges>().Merge(house.Amina, sara, twin);
        (await Prefs(house).Get(house.Sara)).Set.Daily.ShouldBeTrue();
        var kinds = house.Services.GetServices<PersonalData>().Single(k => k.Name == "preferences");
        await using (var db = house.Store.Open(house.Product))
        {
            (await kinds.Count(db, [sara])).ShouldBe(1);
            (await kinds.Rows(db, [sara], own: true).ToListAsync()).ShouldHaveSingleItem().Fields.ShouldContain(("Daily", (object?)true));
        }
        await kinds.Erase(new Erasing(house.Store, house.Product, [sara], ErasureAction.Erase));
        (await house.Database.Ask("SELECT count(*) FROM \"NoticePreferences\"")).ShouldBe("0");
    }

    [Fact]
    public async Task Without_a_gateway_a_text_message_is_a_file_and_one_that_fails_is_tried_again()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Phone(house, house.Sara);
        await Tell(house, house.Sara, Order("Shipped") with { Channels = [Channel.Sms, Channel.Bell], Link = new LinkTo("notifications") });
        (await house.Get<OutboxSender>().SendDue()).ShouldBe(1);
        var file = Directory.GetFiles(Path.Combine(house.Database.Folder, "sms")).ShouldHaveSingleItem();
        (await File.ReadAllTextAsync(file)).ShouldBe("+966500000001\n\nShipped\nhttp://localhost:5000/portal/notifications\n");

        await using var broken = house.Again(s => s.Replace(ServiceDescriptor.Singleton<ITexter>(new NoGateway())));
        await Tell(broken, house.Sara, Order("Lost") with { Channels = [Channel.Sms, Channel.Bell] });
        (await broken.Get<OutboxSender>().SendDue()).ShouldBe(1);
        (await Sent(broken, house.Sara)).Single(r => r.Title == "Lost" && r.Channel == Channel.Sms).Status.ShouldBe(Delivery.Pending);
    }

    private sealed class NoGateway : ITexter
    {
        public Task Send(TextMessage message, CancellationToken cancellation) => throw new IOException("no gateway");
    }

    // The next time it is that hour in UTC.
    private static DateTimeOffset At(House house, int hour)
    {
        var now = house.Clock.Now();
        var at = new DateTimeOffset(now.Date.AddHours(hour), TimeSpan.Zero);
        house.Clock.Advance((at > now ? at : at.AddDays(1)) - now);
        return house.Clock.Now();
    }
}
