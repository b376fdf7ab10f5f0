using System.Net;
using System.Text.RegularExpressions;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Tests.Notifications;

/// <summary>Unsubscribing from messages to many: a link in each, one click, no sign-in; and no link in a person's own business.</summary>
public sealed partial class StopsTests
{
    private static Notice Of(string kind, NoticeTopic topic) =>
        new(kind, "Notice_Told_order")
        {
            Title = kind,
            Topic = topic,
            Channels = [Channel.Bell, Channel.Email, Channel.Sms],
        };

    private static async Task<(ReadMail Mail, string Sms)> Sent(House house, Notice notice)
    {
        foreach (var folder in new[] { "mail", "sms" })
            if (Directory.Exists(Path.Combine(house.Database.Folder, folder)))
                foreach (var file in Directory.GetFiles(Path.Combine(house.Database.Folder, folder), "*.*"))
                    File.Delete(file);
        await house.Store.Write(
            house.Product,
            async db => await house.Get<Notices>().Tell(db, await Recipients.OfCustomer(db, house.Sara.CustomerId!.Value), notice)
        );
        await house.Get<OutboxSender>().SendDue();
        return (
            new ReadMail(await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(house.Database.Folder, "mail"), "*.eml").Single())),
            await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(house.Database.Folder, "sms"), "*.txt").Single())
        );
    }

    [Theory, EachDatabase]
    public async Task What_goes_to_many_says_how_to_stop_it_and_the_link_does(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Karim, house.Sara.CustomerId!.Value, new CustomerChange { Phone = "+966500000001" });
        foreach (
            var (word, topic) in new[]
            {
                ("offer", NoticeTopic.Offers),
                ("loyalty_points", NoticeTopic.Loyalty),
                ("signal_published", NoticeTopic.Signals),
            }
        )
        {
            var (mail, sms) = await Sent(house, Of(word, topic));
            var link = Address().Match(mail.Headers["list-unsubscribe"]).Groups[1].Value;
            mail.Headers["list-unsubscribe-post"].ShouldBe("List-Unsubscribe=One-Click");
            mail.Text.ShouldContain(link);
            mail.Html.ShouldContain(link);
            mail.Text.ShouldContain("/portal/notifications");
            mail.Html.ShouldContain("/portal/notifications\"");
            sms.ShouldContain("/portal/notifications");

            var (stops, stop) = (house.Get<Stops>(), link[(link.LastIndexOf('/') + 1)..]);
            (await stops.Read(stop)).ShouldSatisfyAllConditions(
                v => v.IsStopped.ShouldBeFalse(),
                v => v.Topics.ShouldBe([topic]),
                v => v.Channel.ShouldBe(Channel.Email)
            );
            (await house.Get<Preferences>().Get(house.Sara)).Set.Has(Channel.Email, topic).ShouldBeTrue("Looking changes nothing.");
            (await stops.Stop(stop)).IsStopped.ShouldBeTrue();
            (await stops.Stop(stop)).IsStopped.ShouldBeTrue();
            (await house.Get<Preferences>().Get(house.Sara)).Set.ShouldSatisfyAllConditions(
                s => s.Has(Channel.Email, topic).ShouldBeFalse(),
                s => s.Has(Channel.Sms, topic).ShouldBeTrue(),
                s => s.Has(Channel.Email, NoticeTopic.Tickets).ShouldBeTrue()
            );
        }
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(PreferencesChanged)).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_a_persons_own_business_has_no_such_link()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Change(house.Karim, house.Sara.CustomerId!.Value, new CustomerChange { Phone = "+966500000001" });
        foreach (
            var (word, topic) in new[]
            {
                ("ticket_reply", NoticeTopic.Tickets),
                ("order_shipped", NoticeTopic.Orders),
                ("security_alert", NoticeTopic.Security),
            }
        )
        {
            var (mail, sms) = await Sent(house, Of(word, topic));
            mail.Headers.ContainsKey("list-unsubscribe").ShouldBeFalse();
            (mail.Text + mail.Html + sms).ShouldNotContain("nsubscribe");
        }
    }

    [Fact]
    public async Task A_link_that_is_not_ours_opens_nothing()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        foreach (var word in new[] { null, "", "x", "AAAA", new string('A', 200), "../../etc" })
            (await Should.ThrowAsync<Refusal>(() => house.Get<Stops>().Stop(word))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [GeneratedRegex("^<(http[^>]+)>$")]
    private static partial Regex Address();
}
