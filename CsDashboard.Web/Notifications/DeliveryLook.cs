using CsDashboard.Notifications;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Notifications;

/// <summary>What became of a message, as people read it.</summary>
internal static class DeliveryLook
{
    public static string Tone(Delivery status) =>
        status switch
        {
            Delivery.Sent or Delivery.Read => "success",
            Delivery.Failed => "danger",
            Delivery.Held => "neutral",
            Delivery.Pending => "info",
        };

    /// <summary>Why it was held back, or until when it waits; null where neither is so.</summary>
    public static string? Why(Delivery status, Hold? reason, DateTimeOffset? until, TimeZoneInfo? zone) =>
        reason is null ? null
        : status == Delivery.Pending && until is { } at ? NotificationTexts.Of("Until." + reason, Show.DateTime(at, zone))
        : NotificationTexts.Of("Reason." + reason);
}
