using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What to change; null leaves it. General switches apply before the particular ones of <see cref="Switches"/>.</summary>
public sealed class PreferenceChange
{
    /// <summary>Channels as a whole; their topics stay as they were chosen.</summary>
    public IReadOnlyList<(Channel Channel, bool On)> Channels { get; set; } = [];

    /// <summary>Tickets and orders by every channel (contract C14).</summary>
    public bool? Notifications { get; set; }

    /// <summary>News by mail (contract C14).</summary>
    public bool? Newsletter { get; set; }
    public IReadOnlyDictionary<NoticeTopic, bool> Topics { get; set; } = new Dictionary<NoticeTopic, bool>();
    public IReadOnlyList<(Channel Channel, NoticeTopic Topic, bool On)> Switches { get; set; } = [];

    [OneOf("immediate", "daily")]
    public string? Frequency { get; set; }
    public bool? QuietHours { get; set; }

    /// <summary>Such as 22:00; setting one switches quiet hours on.</summary>
    [ClockTime]
    public string? QuietFrom { get; set; }

    [ClockTime]
    public string? QuietUntil { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }

    internal NoticeSet Apply(NoticeSet set)
    {
        foreach (var (channel, on) in Channels)
            set = set.With(channel, on);
        if (Frequency is { } f)
            set = set with { Daily = f.Equals("daily", StringComparison.OrdinalIgnoreCase) };
        if (Notifications is { } underWay)
            set = set.Following(set.Newsletter, underWay);
        foreach (var (topic, on) in Topics)
            set = set.With(topic, on);
        if (Newsletter is { } news)
            set = set.With(Channel.Email, NoticeTopic.News, news);
        foreach (var (channel, topic, on) in Switches)
            set = set.With(channel, topic, on);
        var quiet = QuietHours ?? (QuietFrom ?? QuietUntil) is not null;
        if (quiet)
            set = set with
            {
                QuietFrom = ClockTimeAttribute.Read(QuietFrom) ?? set.QuietFrom ?? NoticeSet.UsualNight.From,
                QuietUntil = ClockTimeAttribute.Read(QuietUntil) ?? set.QuietUntil ?? NoticeSet.UsualNight.Until,
            };
        else if (QuietHours == false)
            set = set with { QuietFrom = null, QuietUntil = null };
        if (set.QuietFrom is { } from && from == set.QuietUntil)
            throw Refusal.Invalid("quietUntil", Words.Of("Quiet_Empty"));
        return set;
    }
}
