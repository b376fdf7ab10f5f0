using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>Whether and of what a person is told by one channel.</summary>
public sealed class NoticeChoice : ITenantOwned
{
    public Guid PreferencesId { get; init; }
    public required Channel Channel { get; init; }
    public Guid TenantId { get; set; }
    public bool IsOn { get; set; }
    public NoticeTopic Topics { get; set; }
}
