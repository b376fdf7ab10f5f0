using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// How a person wants to be notified: channels, the topics of each, at once or once a day, and quiet hours (contract C14). Times are in the
/// person's own zone.
/// </summary>
public sealed record NoticeSet
{
    public static readonly NoticeTopic[] Topics =
    [
        NoticeTopic.Tickets,
        NoticeTopic.Orders,
        NoticeTopic.Loyalty,
        NoticeTopic.Offers,
        NoticeTopic.Signals,
        NoticeTopic.News,
    ];
    internal const NoticeTopic All =
        NoticeTopic.Tickets | NoticeTopic.Orders | NoticeTopic.Loyalty | NoticeTopic.Offers | NoticeTopic.Signals | NoticeTopic.News;
    private const NoticeTopic UnderWay = NoticeTopic.Tickets | NoticeTopic.Orders;

    /// <summary>What is offered to somebody who switches quiet hours on (contract: market, Notifications).</summary>
    public static readonly (TimeOnly From, TimeOnly Until) UsualNight = (new(22, 0), new(8, 0));
    public static readonly TimeOnly DigestAt = new(8, 0);

    /// <summary>
    /// Somebody who never chose: everything is sent at once (contract: market, Notifications), but no newsletter
    /// (contract: membership, Notification preferences).
    /// </summary>
    public static readonly NoticeSet Unasked = new();

    /// <summary>What was chosen, a channel at a time; one that is not in it is as it is for whom nobody asked.</summary>
    public IReadOnlyList<ChannelChoice> Choices { get; init; } = [];

    /// <summary>Mails are gathered into one a day; false sends each at once.</summary>
    public bool Daily { get; init; }

    /// <summary>
    /// Both or none. Inclusive at both ends, and over midnight when it begins later than it ends (contract: market, Notifications).
    /// </summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietUntil { get; init; }

    public ChannelChoice Of(Channel channel) =>
        Choices.FirstOrDefault(c => c.Channel == channel) ?? new(channel, true, channel.TopicsAtFirst);

    public bool Is(Channel channel) => Of(channel).IsOn;

    public bool Has(Channel channel, NoticeTopic topic) => (Of(channel).Topics & topic) != NoticeTopic.None;

    public NoticeSet With(Channel channel, bool on) => With(Of(channel) with { IsOn = on });

    public NoticeSet With(Channel channel, NoticeTopic topic, bool on) =>
        Of(channel) is var choice ? With(choice with { Topics = on ? choice.Topics | topic : choice.Topics & ~topic }) : this;

    public NoticeSet With(NoticeTopic topic, bool on) => Channel.All.Aggregate(this, (set, channel) => set.With(channel, topic, on));

    private NoticeSet With(ChannelChoice choice) => this with { Choices = [.. Choices.Where(c => c.Channel != choice.Channel), choice] };

    /// <summary>Whether both want to be told in the same way, whatever was said or left unsaid for it.</summary>
    public bool Equals(NoticeSet? other) =>
        other is not null
        && (Daily, QuietFrom, QuietUntil) == (other.Daily, other.QuietFrom, other.QuietUntil)
        && Channel.All.All(channel => Of(channel) == other.Of(channel));

    public override int GetHashCode() => HashCode.Combine(Daily, QuietFrom, QuietUntil);

    /// <summary>The CRM's newsletter is news by mail.</summary>
    public bool Newsletter => Has(Channel.Email, NoticeTopic.News);

    /// <summary>The CRM's notifications, messages on what is under way: tickets and orders by any channel.</summary>
    public bool Notifications => Channel.All.Any(channel => Has(channel, UnderWay));

    /// <summary>With these two as the record has them, which is where they are stored.</summary>
    internal NoticeSet Following(bool newsletter, bool notifications)
    {
        var set = With(Channel.Email, NoticeTopic.News, newsletter);
        return set.Notifications == notifications ? set : set.With(UnderWay, notifications);
    }

    /// <summary>What becomes of a message now. Only what leaves the house waits for the end of the night: a bell wakes nobody.</summary>
    public Ruling Rule(Channel channel, NoticeTopic topic, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (topic == NoticeTopic.Security)
            return Ruling.AtOnce;
        if (!Is(channel))
            return new(Hold.ChannelOff, null);
        if (!Has(channel, topic))
            return new(Hold.TopicOff, null);
        if (!channel.LeavesTheHouse)
            return Ruling.AtOnce;
        if (channel == Channel.Email && Daily)
            return new(Hold.Digest, AfterQuiet(Next(DigestAt, now, zone), zone));
        return IsQuiet(now, zone) ? new(Hold.Quiet, AfterQuiet(now, zone)) : Ruling.AtOnce;
    }

    public bool IsQuiet(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until)
            return false;
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return from <= until ? time >= from && time <= until : time >= from || time <= until;
    }

    private DateTimeOffset AfterQuiet(DateTimeOffset at, TimeZoneInfo zone) => IsQuiet(at, zone) ? Next(QuietUntil!.Value, at, zone) : at;

    // The next moment at which a clock in the zone shows the time, possibly this one.
    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset from, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        return Zones.At((TimeOnly.FromDateTime(local) <= time ? day : day.AddDays(1)).ToDateTime(time), zone);
    }
}
