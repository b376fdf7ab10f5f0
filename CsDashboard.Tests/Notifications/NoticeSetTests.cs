using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Tests.Notifications;

/// <summary>What happens to a message by its reader's preferences (contract C14).</summary>
public sealed class NoticeSetTests
{
    private static readonly TimeZoneInfo Riyadh = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh");
    private static readonly NoticeSet Night = new() { QuietFrom = new(22, 0), QuietUntil = new(8, 0) };

    private static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc + "Z", System.Globalization.CultureInfo.InvariantCulture);

    // contract: market, Notifications: no stored preferences, always send; membership: no newsletter unless it is asked for.
    [Fact]
    public void Who_was_never_asked_is_told_of_everything_at_once_but_the_newsletter()
    {
        foreach (var topic in NoticeSet.Topics)
        foreach (var channel in Channel.All)
            NoticeSet
                .Unasked.Rule(channel, topic, At("2026-03-01T23:00:00"), Riyadh)
                .ShouldBe(topic == NoticeTopic.News && channel != Channel.Bell ? new Ruling(Hold.TopicOff, null) : Ruling.AtOnce);
    }

    // contract: market, Notifications: 22:00 to 08:00, both ends included, over midnight, in the person's own zone (Riyadh is UTC+3).
    [Theory]
    [InlineData("2026-03-01T18:59:59", null)]
    [InlineData("2026-03-01T19:00:00", "2026-03-02T05:00:00")]
    [InlineData("2026-03-01T21:30:00", "2026-03-02T05:00:00")]
    [InlineData("2026-03-02T04:59:00", "2026-03-02T05:00:00")]
    [InlineData("2026-03-02T05:00:00", "2026-03-02T05:00:00")]
    [InlineData("2026-03-02T05:00:01", null)]
    public void Quiet_hours_put_mails_and_text_messages_off_to_their_end(string now, string? until)
    {
        foreach (var channel in new[] { Channel.Email, Channel.Sms })
            Night
                .Rule(channel, NoticeTopic.Tickets, At(now), Riyadh)
                .ShouldBe(until is null ? Ruling.AtOnce : new Ruling(Hold.Quiet, At(until)));
        Night.Rule(Channel.Bell, NoticeTopic.Tickets, At(now), Riyadh).ShouldBe(Ruling.AtOnce, "A bell wakes nobody.");
        Night.Rule(Channel.Sms, NoticeTopic.Security, At(now), Riyadh).ShouldBe(Ruling.AtOnce, "Security always passes.");
    }

    [Fact]
    public void Quiet_hours_within_a_day_are_those_of_the_day()
    {
        var noon = new NoticeSet { QuietFrom = new(12, 0), QuietUntil = new(14, 0) };
        (
            noon.IsQuiet(At("2026-03-01T13:00:00"), TimeZoneInfo.Utc),
            noon.IsQuiet(At("2026-03-01T11:59:00"), TimeZoneInfo.Utc),
            noon.IsQuiet(At("2026-03-01T14:01:00"), TimeZoneInfo.Utc)
        ).ShouldBe((true, false, false));
    }

    [Theory]
    [InlineData("2026-03-01T04:00:00", "2026-03-01T05:00:00")]
    [InlineData("2026-03-01T05:00:01", "2026-03-02T05:00:00")]
    public void The_daily_mail_goes_at_eight_by_the_readers_clock(string now, string at)
    {
        var daily = new NoticeSet { Daily = true };
        daily.Rule(Channel.Email, NoticeTopic.Offers, At(now), Riyadh).ShouldBe(new Ruling(Hold.Digest, At(at)));
        daily.Rule(Channel.Email, NoticeTopic.Security, At(now), Riyadh).ShouldBe(Ruling.AtOnce);
        daily.Rule(Channel.Sms, NoticeTopic.Offers, At(now), Riyadh).ShouldBe(Ruling.AtOnce);
        // Somebody who still sleeps at eight gets it at the end of the night.
        (daily with { QuietFrom = new(22, 0), QuietUntil = new(9, 30) })
            .Rule(Channel.Email, NoticeTopic.Offers, At("2026-03-01T04:00:00"), Riyadh)
            .Until.ShouldBe(At("2026-03-01T06:30:00"));
    }

    // Berlin jumps from 02:00 to 03:00 on 29 March 2026.
    [Fact]
    public void A_time_that_the_clocks_jump_over_is_an_hour_later()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        new NoticeSet { QuietFrom = new(22, 0), QuietUntil = new(2, 30) }
            .Rule(Channel.Email, NoticeTopic.Tickets, At("2026-03-28T23:00:00"), berlin)
            .Until.ShouldBe(At("2026-03-29T01:30:00"));
    }

    [Fact]
    public void A_switch_holds_back_with_its_reason_and_security_passes_all_of_them()
    {
        var off = Channel.All.Aggregate(new NoticeSet(), (set, channel) => set.With(channel, false));
        foreach (var channel in Channel.All)
        {
            off.Rule(channel, NoticeTopic.Orders, At("2026-03-01T12:00:00"), Riyadh).ShouldBe(new Ruling(Hold.ChannelOff, null));
            off.Rule(channel, NoticeTopic.Security, At("2026-03-01T12:00:00"), Riyadh).ShouldBe(Ruling.AtOnce);
            new NoticeSet()
                .With(channel, NoticeTopic.Orders, false)
                .Rule(channel, NoticeTopic.Orders, At("2026-03-01T12:00:00"), Riyadh)
                .ShouldBe(new Ruling(Hold.TopicOff, null));
        }
    }
}
