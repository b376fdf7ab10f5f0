using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>What staff or another program tell a customer.</summary>
public sealed class Announcement
{
    private static readonly (string Word, NoticeTopic Topic)[] Topics =
    [
        ("offer", NoticeTopic.Offers),
        ("order", NoticeTopic.Orders),
        ("loyalty", NoticeTopic.Loyalty),
        ("alert", NoticeTopic.Security),
    ];
    public static readonly string[] Types = [.. Channel.All.Select(c => c.Word), .. Topics.Select(t => t.Word)];

    /// <summary>
    /// A channel (email, sms, push), or a topic by all channels that carry it (contract: membership, Notification preferences).
    /// </summary>
    [Text(20)]
    public string? Type { get; set; }

    [Text(Notification.MaxTitle, Optional = true)]
    public string? Title { get; set; }

    [Text(Notices.MaxQuote)]
    public string? Message { get; set; }

    /// <summary>The type as which a message shows that went by a channel.</summary>
    public static string TypeOf(NoticeTopic topic, Channel channel) => Topics.FirstOrDefault(t => t.Topic == topic).Word ?? channel.Word;

    internal static NoticeTopic? TopicOf(string type) =>
        Topics.Where(t => t.Word == type).Select(t => (NoticeTopic?)t.Topic).FirstOrDefault();
}
