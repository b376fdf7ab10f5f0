using System.Text.RegularExpressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>
/// A message to somebody: keys of <see cref="Words"/> with their values, rendered in the reader's language when it is queued.
/// <see cref="Quote"/> is what a person wrote, passed on unchanged but cut to 500 letters.
/// </summary>
public sealed record Notice(string Kind, string TitleKey, params object?[] TitleValues)
{
    public string? ContentKey { get; init; }
    public IReadOnlyList<object?> ContentValues { get; init; } = [];
    public string? Quote { get; init; }
    public LinkTo? Link { get; init; }

    /// <summary>The ways by which it goes, as far as they reach its reader.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = Channel.Usual;

    /// <summary>A title that a person wrote, used in place of the key.</summary>
    public string? Title { get; init; }

    /// <summary>The topic by which readers can switch it off; it follows from the kind unless set.</summary>
    public NoticeTopic Topic { get; init; } = NoticeTopics.Of(Kind);
}
