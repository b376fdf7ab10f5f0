using System.Globalization;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Notifications;

/// <summary>
/// One row under the names of all systems (contract C14): membership's two sets, market's with underscores, and the CRM's.
/// </summary>
public sealed record PreferencesAnswer
{
    public required bool EmailNotifications { get; init; }
    public required bool SmsNotifications { get; init; }
    public required bool PushNotifications { get; init; }
    public required bool PromotionalEmails { get; init; }
    public required bool OrderUpdates { get; init; }
    public required bool LoyaltyUpdates { get; init; }
    public required string Frequency { get; init; }
    public required bool EmailOffers { get; init; }
    public required bool EmailOrders { get; init; }
    public required bool EmailNewsletter { get; init; }
    public required bool SmsOffers { get; init; }
    public required bool SmsOrders { get; init; }
    public required bool Newsletter { get; init; }
    public required bool Notifications { get; init; }
    public required string Language { get; init; }

    [JsonPropertyName("email_enabled")]
    public required bool EmailEnabled { get; init; }

    [JsonPropertyName("sms_enabled")]
    public required bool SmsEnabled { get; init; }

    [JsonPropertyName("push_enabled")]
    public required bool PushEnabled { get; init; }

    [JsonPropertyName("quiet_hours_enabled")]
    public required bool QuietHoursEnabled { get; init; }

    [JsonPropertyName("quiet_hours_start")]
    public required string QuietHoursStart { get; init; }

    [JsonPropertyName("quiet_hours_end")]
    public required string QuietHoursEnd { get; init; }
    public required string TimeZone { get; init; }
    public required DateTimeOffset? UpdatedAt { get; init; }

    internal static PreferencesAnswer Of(PreferencesView view)
    {
        var set = view.Set;
        string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
        var offers = set.Has(Channel.Email, NoticeTopic.Offers);
        bool Any(NoticeTopic topic) => Channel.All.Any(channel => set.Has(channel, topic));
        var (email, sms, push) = (set.Is(Channel.Email), set.Is(Channel.Sms), set.Is(Channel.Bell));
        return new()
        {
            EmailNotifications = email,
            SmsNotifications = sms,
            PushNotifications = push,
            PromotionalEmails = offers,
            OrderUpdates = Any(NoticeTopic.Orders),
            LoyaltyUpdates = Any(NoticeTopic.Loyalty),
            Frequency = set.Daily ? "daily" : "immediate",
            EmailOffers = offers,
            EmailOrders = set.Has(Channel.Email, NoticeTopic.Orders),
            EmailNewsletter = set.Newsletter,
            SmsOffers = set.Has(Channel.Sms, NoticeTopic.Offers),
            SmsOrders = set.Has(Channel.Sms, NoticeTopic.Orders),
            Newsletter = set.Newsletter,
            Notifications = set.Notifications,
            Language = view.Language,
            EmailEnabled = email,
            SmsEnabled = sms,
            PushEnabled = push,
            QuietHoursEnabled = set.QuietFrom is not null,
            QuietHoursStart = Time(set.QuietFrom ?? NoticeSet.UsualNight.From),
            QuietHoursEnd = Time(set.QuietUntil ?? NoticeSet.UsualNight.Until),
            TimeZone = view.TimeZone,
            UpdatedAt = view.UpdatedAt,
        };
    }
}

/// <summary>
/// Status is sent, pending, held (then with a reason), failed or read; a message that waits has the time at which it leaves.
/// </summary>
public sealed record NoticeAnswer
{
    public required Guid Id { get; init; }
    public required string Type { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Message { get; init; }
    public required DateTimeOffset Date { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string Status { get; init; }
    public required bool Read { get; init; }
    public required string Channel { get; init; }
    public required string Topic { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset? HeldUntil { get; init; }
    public required DateTimeOffset? SentAt { get; init; }

    internal static NoticeAnswer Of(DeliveryRow row) =>
        new()
        {
            Id = row.Id,
            Type = Announcement.TypeOf(row.Topic, row.Channel),
            Kind = row.Kind,
            Title = row.Title,
            Message = row.Content,
            Date = row.CreatedAt,
            CreatedAt = row.CreatedAt,
            Status = row.Status == Delivery.Read ? "sent" : Word(row.Status),
            Read = row.Status == Delivery.Read,
            Channel = row.Channel.Word,
            Topic = Word(row.Topic),
            Reason = row.Reason is { } reason ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) : null,
            HeldUntil = row.HeldUntil,
            SentAt = row.SentAt,
        };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What was sent, and what became of it: sent if it left or will leave by any channel, held if none may carry it.</summary>
public sealed record ToldAnswer
{
    public required Guid Id { get; init; }
    public required Guid NotificationId { get; init; }
    public required string CustomerId { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Message { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyList<NoticeAnswer> Deliveries { get; init; }
}
