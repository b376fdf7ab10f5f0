using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Notifications;

/// <summary>
/// The texts around notifications (NotificationTexts.resx, NotificationTexts.ar.resx); what they say comes from their rooms.
/// </summary>
public sealed class NotificationTexts
{
    private static readonly ResourceManager Source = new(typeof(NotificationTexts));

    private NotificationTexts() { }

    /// <summary>For code outside components.</summary>
    public static string Of(string key, params object?[] values) => Source.Text(key, values);
}
