using CsDashboard.Desk;
using CsDashboard.Desk.Complaints;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Tests.Architecture;

namespace CsDashboard.Tests.Desk;

/// <summary>What a status means is whole for each: a fact, a word of another system or a text that is forgotten is named.</summary>
public sealed class TicketStatusTests
{
    public static TheoryData<TicketStatus> All => [.. Enum.GetValues<TicketStatus>()];

    [Theory, MemberData(nameof(All))]
    public void A_status_has_all_its_texts(TicketStatus status)
    {
        var facts = status.Facts;
        var (words, desk) = (TextsTests.Of("DeskWords"), TextsTests.Of("DeskTexts"));
        new[] { facts.Notice, facts.Notice + "_Title" }.Where(key => !words.ContainsKey(key)).ShouldBeEmpty();
        string[] keys =
        [
            $"Status.{status}",
            $"MyStatus.{status}",
            .. facts.IsNews ? new[] { $"MyMoment.{status}" } : [],
            .. facts.IsOpen ? [] : new[] { $"Act.{status}" },
        ];
        keys.Where(key => !desk.ContainsKey(key)).ShouldBeEmpty();
    }

    // The contract of the other systems, which know no other words.
    [Theory, MemberData(nameof(All))]
    public void A_status_is_told_in_words_that_the_other_systems_know(TicketStatus status)
    {
        new[] { "new", "open", "pending", "resolved", "closed" }.ShouldContain(status.Facts.PortalWord);
        new[] { "open", "in-progress", "resolved", "closed" }.ShouldContain(status.Facts.MembershipWord);
        new[] { "Open", "In Progress", "Resolved", "Closed" }.ShouldContain(status.Facts.CrmWord);
        new[] { "info", "accent", "warning", "success", "danger", "neutral" }.ShouldContain(status.Facts.Tone);
        var done = !status.IsOpen;
        // One that is open is not told as done, nor the other way round.
        new[] { status.Facts.PortalWord, status.Facts.MembershipWord, status.Facts.CrmWord.ToLowerInvariant() }.ShouldAllBe(word =>
            (word == "resolved" || word == "closed") == done
        );
    }

    /// <summary>On each database what counts as open is what the statuses say, wherever it is asked.</summary>
    [Theory, EachDatabase]
    public async Task Lists_counts_and_figures_agree_on_what_is_open(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (tickets, lists) = (house.Get<Tickets>(), house.Get<TicketLists>());
        foreach (var status in Enum.GetValues<TicketStatus>())
        {
            var id = (
                await tickets.OpenFor(
                    house.Karim,
                    house.Sara.CustomerId!.Value,
                    new NewTicket
                    {
                        Title = status.ToString(),
                        Description = "It does not work",
                        Type = "complaint",
                    }
                )
            ).Id;
            if (status != TicketStatus.New)
                await tickets.Change(house.Karim, id, new TicketChange { Status = Word.Of(status) });
        }
        await house.Drain();
        var open = TicketStatuses.Open.Count;
        (await lists.List(house.Karim, new TicketFilter { Status = "unresolved" }))
            .Items.Select(t => t.Status)
            .ShouldBe(TicketStatuses.Open, ignoreOrder: true);
        (await lists.List(house.Karim, new TicketFilter { Status = "done" })).Items.Any(t => t.IsOpen).ShouldBeFalse();
        (await lists.Counts(house.Karim)).ByStatus.Where(s => s.Key.IsOpen).Sum(s => s.Value).ShouldBe(open);
        (await lists.MyStats(house.Sara)).Open.ShouldBe(open);
        (await house.Get<ICustomerComplaints>().Of(house.Karim, house.Sara.CustomerId!.Value)).Open.ShouldBe(open);
        (
            await house.Get<CsDashboard.Customers.CustomerLists>().Get(house.Karim, house.Sara.CustomerId!.Value)
        ).Figures.OpenTickets.ShouldBe(open);
        await using var db = house.Store.Open(house.Amina);
        (await new DeskFigures().Read(db, CsDashboard.Analytics.FigurePeriod.Of(1, house.Clock.Now(), TimeZoneInfo.Utc)))
            .SelectMany(g => g.Figures)
            .Single(f => f.Name == "tickets_open")
            .Value.ShouldBe(open);
    }
}
