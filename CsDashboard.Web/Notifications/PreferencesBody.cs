using System.Globalization;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Notifications;

/// <summary>Any of the names; what is not named stays. A specific name takes precedence over a general one.</summary>
public sealed class PreferencesBody
{
    public bool? EmailNotifications { get; set; }
    public bool? SmsNotifications { get; set; }
    public bool? PushNotifications { get; set; }
    public bool? PromotionalEmails { get; set; }
    public bool? OrderUpdates { get; set; }
    public bool? LoyaltyUpdates { get; set; }
    public string? Frequency { get; set; }
    public bool? EmailOffers { get; set; }
    public bool? EmailOrders { get; set; }
    public bool? EmailNewsletter { get; set; }
    public bool? SmsOffers { get; set; }
    public bool? SmsOrders { get; set; }
    public bool? Newsletter { get; set; }
    public bool? Notifications { get; set; }
    public string? Language { get; set; }

    [JsonPropertyName("email_enabled")]
    public bool? EmailEnabled { get; set; }

    [JsonPropertyName("sms_enabled")]
    public bool? SmsEnabled { get; set; }

    [JsonPropertyName("push_enabled")]
    public bool? PushEnabled { get; set; }

    [JsonPropertyName("quiet_hours_enabled")]
    public bool? QuietHoursEnabled { get; set; }

    [JsonPropertyName("quiet_hours_start")]
    public string? QuietHoursStart { get; set; }

    [JsonPropertyName("quiet_hours_end")]
    public string? QuietHoursEnd { get; set; }

    internal PreferenceChange Change
    {
        get
        {
            var topics = new Dictionary<NoticeTopic, bool>();
            if (OrderUpdates is { } orders)
                topics[NoticeTopic.Orders] = orders;
            if (LoyaltyUpdates is { } loyalty)
                topics[NoticeTopic.Loyalty] = loyalty;
            (Channel, NoticeTopic, bool?)[] switches =
            [
                (Channel.Email, NoticeTopic.Offers, EmailOffers ?? PromotionalEmails),
                (Channel.Email, NoticeTopic.Orders, EmailOrders),
                (Channel.Sms, NoticeTopic.Offers, SmsOffers),
                (Channel.Sms, NoticeTopic.Orders, SmsOrders),
            ];
            (Channel, bool?)[] channels =
            [
                (Channel.Email, EmailNotifications ?? EmailEnabled),
                (Channel.Sms, SmsNotifications ?? SmsEnabled),
                (Channel.Bell, PushNotifications ?? PushEnabled),
            ];
            return new PreferenceChange
            {
                Channels = [.. channels.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!.Value))],
                Notifications = Notifications,
                Newsletter = EmailNewsletter ?? Newsletter,
                Topics = topics,
                Switches = [.. switches.Where(s => s.Item3 is not null).Select(s => (s.Item1, s.Item2, s.Item3!.Value))],
                Frequency = Frequency,
                Language = Language,
                QuietHours = QuietHoursEnabled,
                QuietFrom = QuietHoursStart,
                QuietUntil = QuietHoursEnd,
            };
        }
    }
}
