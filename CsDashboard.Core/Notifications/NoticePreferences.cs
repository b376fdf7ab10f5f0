using CsDashboard.Foundation.Storage;

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

/// <summary>How a person wants to be told: channels, topics of each, at once or once a day, and the hours of quiet (rule C14). Times are the person's own.</summary>
public sealed record NoticeSet
{
    public static readonly NoticeTopic[] Topics = [NoticeTopic.Tickets, NoticeTopic.Orders, NoticeTopic.Loyalty, NoticeTopic.Offers, NoticeTopic.Signals, NoticeTopic.News];
    private const NoticeTopic All = NoticeTopic.Tickets | NoticeTopic.Orders | NoticeTopic.Loyalty | NoticeTopic.Offers | NoticeTopic.Signals | NoticeTopic.News;
    private const NoticeTopic UnderWay = NoticeTopic.Tickets | NoticeTopic.Orders;
    /// <summary>rules.md 001: what is offered to somebody who switches the quiet hours on.</summary>
    public static readonly (TimeOnly From, TimeOnly Until) UsualNight = (new(22, 0), new(8, 0));
    public static readonly TimeOnly DigestAt = new(8, 0);

    /// <summary>Nobody asked yet: everything is sent at once (rules.md 001), but no newsletter (rules.md 002).</summary>
    public static readonly NoticeSet Unasked = new();

    public bool Email { get; init; } = true;
    public bool Sms { get; init; } = true;
    /// <summary>The bell, and the browser's own notice while a page is open.</summary>
    public bool Push { get; init; } = true;
    public NoticeTopic EmailTopics { get; init; } = All & ~NoticeTopic.News;
    public NoticeTopic SmsTopics { get; init; } = All & ~NoticeTopic.News;
    public NoticeTopic PushTopics { get; init; } = All;
    /// <summary>Mails are gathered into one a day; false sends each at once.</summary>
    public bool Daily { get; init; }
    /// <summary>Both or none. Inclusive at both ends, and over midnight when it begins later than it ends (rules.md 001).</summary>
    public TimeOnly? QuietFrom { get; init; }
    public TimeOnly? QuietUntil { get; init; }

    public bool Is(Channel channel) => channel switch { Channel.Email => Email, Channel.Sms => Sms, _ => Push };
    public NoticeTopic Of(Channel channel) => channel switch { Channel.Email => EmailTopics, Channel.Sms => SmsTopics, _ => PushTopics };
    public bool Has(Channel channel, NoticeTopic topic) => (Of(channel) & topic) != NoticeTopic.None;

    public NoticeSet With(Channel channel, NoticeTopic topic, bool on)
    {
        var topics = on ? Of(channel) | topic : Of(channel) & ~topic;
        return channel switch { Channel.Email => this with { EmailTopics = topics }, Channel.Sms => this with { SmsTopics = topics }, _ => this with { PushTopics = topics } };
    }

    public NoticeSet With(NoticeTopic topic, bool on) => With(Channel.Email, topic, on).With(Channel.Sms, topic, on).With(Channel.InApp, topic, on);

    /// <summary>The newsletter of 004 is the news by mail.</summary>
    public bool Newsletter => Has(Channel.Email, NoticeTopic.News);

    /// <summary>The notifications of 004, messages on what is under way: tickets and orders by any channel.</summary>
    public bool Notifications => ((EmailTopics | SmsTopics | PushTopics) & UnderWay) != NoticeTopic.None;

    /// <summary>As the record says those two, which is where they are kept.</summary>
    internal NoticeSet Following(bool newsletter, bool notifications)
    {
        var set = With(Channel.Email, NoticeTopic.News, newsletter);
        return set.Notifications == notifications ? set : set.With(UnderWay, notifications);
    }

    /// <summary>What becomes of a message now. Only mails and text messages wait for the end of the night: a bell wakes nobody.</summary>
    public Ruling Rule(Channel channel, NoticeTopic topic, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (topic == NoticeTopic.Security) return Ruling.AtOnce;
        if (!Is(channel)) return new(Hold.ChannelOff, null);
        if (!Has(channel, topic)) return new(Hold.TopicOff, null);
        if (channel == Channel.InApp) return Ruling.AtOnce;
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
    public bool Email { get; private set; }
    public bool Sms { get; private set; }
    public bool Push { get; private set; }
    public NoticeTopic EmailTopics { get; private set; }
    public NoticeTopic SmsTopics { get; private set; }
    public NoticeTopic PushTopics { get; private set; }
    public bool Daily { get; private set; }
    public TimeOnly? QuietFrom { get; private set; }
    public TimeOnly? QuietUntil { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public NoticeSet Set => new()
    {
        Email = Email, Sms = Sms, Push = Push, EmailTopics = EmailTopics, SmsTopics = SmsTopics, PushTopics = PushTopics, Daily = Daily, QuietFrom = QuietFrom, QuietUntil = QuietUntil,
    };

    public void Take(NoticeSet set, DateTimeOffset now)
    {
        (Email, Sms, Push, EmailTopics, SmsTopics, PushTopics) = (set.Email, set.Sms, set.Push, set.EmailTopics, set.SmsTopics, set.PushTopics);
        (Daily, QuietFrom, QuietUntil, UpdatedAt) = (set.Daily, set.QuietFrom, set.QuietUntil, now);
    }
}
