using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Directive (EU) 2019/2161: the lowest price of the thirty days before a reduction.</summary>
public sealed class PriceHistoryTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse(
        "2026-12-01T00:00:00Z",
        System.Globalization.CultureInfo.InvariantCulture
    );

    private static PriceEntry[] Entries(params (int DaysAgo, int Price)[] entries) =>
        [.. entries.Select(e => new PriceEntry { Price = e.Price, From = Now.AddDays(-e.DaysAgo) })];

    [Fact]
    public void It_is_the_one_before_when_that_one_held_all_the_time() =>
        PriceHistory.LowestBefore(Entries((200, 100), (1, 80))).ShouldBe(100);

    [Fact]
    public void A_price_raised_for_a_week_before_hides_nothing() =>
        PriceHistory.LowestBefore(Entries((200, 90), (8, 120), (1, 80))).ShouldBe(90);

    [Fact]
    public void What_ended_more_than_thirty_days_before_no_longer_counts() =>
        PriceHistory.LowestBefore(Entries((200, 50), (40, 100), (1, 80))).ShouldBe(100);

    [Fact]
    public void Days_count_back_from_the_reduction_and_not_from_today() =>
        PriceHistory.LowestBefore(Entries((200, 50), (40, 100), (20, 80), (2, 80))).ShouldBe(50);

    [Fact]
    public void A_price_that_never_was_another_has_none() => PriceHistory.LowestBefore(Entries((10, 80), (2, 80))).ShouldBeNull();
}
