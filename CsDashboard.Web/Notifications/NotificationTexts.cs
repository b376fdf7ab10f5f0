namespace CsDashboard.Web.Notifications;

/// <summary>
/// The texts around notifications (NotificationTexts.resx, NotificationTexts.ar.resx); what they say comes from their rooms.
/// </summary>
public sealed class NotificationTexts
{
    private NotificationTexts() { }
}
