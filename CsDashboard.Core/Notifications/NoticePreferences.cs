using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>What a message is about; a person switches each on or off for each channel. Security is no switch: it always passes.</summary>
[Flags]
public enum NoticeTopic { None = 0, Tickets = 1, Orders = 2, Loyalty = 4, Offers = 8, Signals = 16, News = 32, Security = 64 }

/// <summary>
/// Why a message did not leave at once: its channel or topic is switched off, its reader sleeps, it goes with the daily mail, what stands in
/// the record is no address or number that could be reached, nobody has shown yet that they read mail at the address, or enough of its kind
/// went there.
/// </summary>
public enum Hold { ChannelOff, TopicOff, Quiet, Digest, Unreachable, Unconfirmed, Ceiling }

/// <summary>What is done with a message: at once (no reason), not at all (a reason and no time), or later.</summary>
public readonly record struct Ruling(Hold? Reason, DateTimeOffset? Until)
{
    public static readonly Ruling AtOnce;
    public bool IsHeldBack => Reason is Hold.ChannelOff or Hold.TopicOff or Hold.Unreachable or Hold.Unconfirmed or Hold.Ceiling;
}

/// <summary>What a person chose for a channel: whether it is on at all, and the topics that go by it.</summary>
public sealed record ChannelChoice(Channel Channel, bool IsOn, NoticeTopic Topics);

/// <summary>How a person wants to be told: channels, topics of each, at once or once a day, and the hours of quiet (rule C14). Times are the person's own.</summary>
public sealed record NoticeSet
{
    public static readonly NoticeTopic[] Topics = [NoticeTopic.Tickets, NoticeTopic.Orders, NoticeTopic.Loyalty, NoticeTopic.Offers, NoticeTopic.Signals, NoticeTopic.News];
    internal const NoticeTopic All = NoticeTopic.Tickets | NoticeTopic.Orders | NoticeTopic.Loyalty | NoticeTopic.Offers | NoticeTopic.Signals | NoticeTopic.News;
    private const NoticeTopic UnderWay = NoticeTopic.Tickets | NoticeTopic.Orders;
    /// <summary>rules.md 001: what is offered to somebody who switches the quiet hours on.</summary>
    public static readonly (TimeOnly From, TimeOnly Until) UsualNight = (new(22, 0), new(8, 0));
    public static readonly TimeOnly DigestAt = new(8, 0);

    /// <summary>Nobody asked yet: everything is sent at once (rules.md 001), but no newsletter (rules.md 002).</summary>
    public static readonly NoticeSet Unasked = new();

    /// <summary>What was chosen, a channel at a time; one that is not in it is as it is for whom nobody asked.</summary>
    public IReadOnlyList<ChannelChoice> Choices { get; init; } = [];
    /// <summary>Mails are gathered into one a day; false sends each at once.</summary>
    public bool Daily { get; init; }
    /// <summary>Both or none. Inclusive at both ends, and over midnight when it begins later than it ends (rules.md 001).</summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietUntil { get; init; }

    public ChannelChoice Of(Channel channel) => Choices.FirstOrDefault(c => c.Channel == channel) ?? new(channel, true, channel.TopicsAtFirst);
    public bool Is(Channel channel) => Of(channel).IsOn;
    public bool Has(Channel channel, NoticeTopic topic) => (Of(channel).Topics & topic) != NoticeTopic.None;

    public NoticeSet With(Channel channel, bool on) => With(Of(channel) with { IsOn = on });
    public NoticeSet With(Channel channel, NoticeTopic topic, bool on) => Of(channel) is var choice ? With(choice with { Topics = on ? choice.Topics | topic : choice.Topics & ~topic }) : this;
    public NoticeSet With(NoticeTopic topic, bool on) => Channel.All.Aggregate(this, (set, channel) => set.With(channel, topic, on));
    private NoticeSet With(ChannelChoice choice) => this with { Choices = [.. Choices.Where(c => c.Channel != choice.Channel), choice] };

    /// <summary>Whether both want to be told in the same way, whatever was said or left unsaid for it.</summary>
    public bool Equals(NoticeSet? other) => other is not null && (Daily, QuietFrom, QuietUntil) == (other.Daily, other.QuietFrom, other.QuietUntil) && Channel.All.All(channel => Of(channel) == other.Of(channel));
    public override int GetHashCode() => HashCode.Combine(Daily, QuietFrom, QuietUntil);

    /// <summary>The newsletter of 004 is the news by mail.</summary>
    public bool Newsletter => Has(Channel.Email, NoticeTopic.News);

    /// <summary>The notifications of 004, messages on what is under way: tickets and orders by any channel.</summary>
    public bool Notifications => Channel.All.Any(channel => Has(channel, UnderWay));

    /// <summary>As the record says those two, which is where they are kept.</summary>
    internal NoticeSet Following(bool newsletter, bool notifications)
    {
        var set = With(Channel.Email, NoticeTopic.News, newsletter);
        return set.Notifications == notifications ? set : set.With(UnderWay, notifications);
    }

    /// <summary>What becomes of a message now. Only what leaves the house waits for the end of the night: a bell wakes nobody.</summary>
    public Ruling Rule(Channel channel, NoticeTopic topic, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (topic == NoticeTopic.Security) return Ruling.AtOnce;
        if (!Is(channel)) return new(Hold.ChannelOff, null);
        if (!Has(channel, topic)) return new(Hold.TopicOff, null);
        if (!channel.LeavesTheHouse) return Ruling.AtOnce;
        if (channel == Channel.Email && Daily) return new(Hold.Digest, AfterQuiet(Next(DigestAt, now, zone), zone));
        return IsQuiet(now, zone) ? new(Hold.Quiet, AfterQuiet(now, zone)) : Ruling.AtOnce;
    }

    public bool IsQuiet(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until) return false;
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return from <= until ? time >= from && time <= until : time >= from || time <= until;
    }

    private DateTimeOffset AfterQuiet(DateTimeOffset at, TimeZoneInfo zone) => IsQuiet(at, zone) ? Next(QuietUntil!.Value, at, zone) : at;

    // The next moment at which a clock of the zone shows the time, this one too.
    private static DateTimeOffset Next(TimeOnly time, DateTimeOffset from, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        return Zones.At((TimeOnly.FromDateTime(local) <= time ? day : day.AddDays(1)).ToDateTime(time), zone);
    }
}

/// <summary>The one row of a person: of a customer by the record's id, of staff by the user's.</summary>
public sealed class NoticePreferences : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid PersonId { get; init; }
    /// <summary>A row a channel.</summary>
    public List<NoticeChoice> Choices { get; private init; } = [];
    public bool Daily { get; private set; }
    public TimeOnly? QuietFrom { get; private set; }
    public TimeOnly? QuietUntil { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public NoticeSet Set => new()
    {
        Choices = [.. Choices.Select(c => new ChannelChoice(c.Channel, c.IsOn, c.Topics))], Daily = Daily, QuietFrom = QuietFrom, QuietUntil = QuietUntil,
    };

    public void Take(NoticeSet set, DateTimeOffset now)
    {
        foreach (var channel in Channel.All)
        {
            var row = Choices.Find(c => c.Channel == channel);
            if (row is null) Choices.Add(row = new NoticeChoice { PreferencesId = Id, Channel = channel });
            (row.IsOn, row.Topics) = (set.Is(channel), set.Of(channel).Topics);
        }
        (Daily, QuietFrom, QuietUntil, UpdatedAt) = (set.Daily, set.QuietFrom, set.QuietUntil, now);
    }
}

/// <summary>Whether and of what a person is told by one channel.</summary>
public sealed class NoticeChoice : ITenantOwned
{
    public Guid PreferencesId { get; init; }
    public required Channel Channel { get; init; }
    public Guid TenantId { get; set; }
    public bool IsOn { get; set; }
    public NoticeTopic Topics { get; set; }
}
