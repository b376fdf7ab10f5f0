using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>The one row of a person: a customer by the record's id, staff by the user's.</summary>
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

    public NoticeSet Set =>
        new()
        {
            Choices = [.. Choices.Select(c => new ChannelChoice(c.Channel, c.IsOn, c.Topics))],
            Daily = Daily,
            QuietFrom = QuietFrom,
            QuietUntil = QuietUntil,
        };

    public void Take(NoticeSet set, DateTimeOffset now)
    {
        foreach (var channel in Channel.All)
        {
            var row = Choices.Find(c => c.Channel == channel);
            if (row is null)
                Choices.Add(row = new NoticeChoice { PreferencesId = Id, Channel = channel });
            (row.IsOn, row.Topics) = (set.Is(channel), set.Of(channel).Topics);
        }
        (Daily, QuietFrom, QuietUntil, UpdatedAt) = (set.Daily, set.QuietFrom, set.QuietUntil, now);
    }
}
