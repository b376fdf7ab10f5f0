using System.Globalization;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.Customers;

namespace CsDashboard.Web.Notifications;

/// <summary>One row under the names of all systems (rule C14): the two sets of 002, those of 001 with underscores, and 004's.</summary>
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
    [JsonPropertyName("email_enabled")] public required bool EmailEnabled { get; init; }
    [JsonPropertyName("sms_enabled")] public required bool SmsEnabled { get; init; }
    [JsonPropertyName("push_enabled")] public required bool PushEnabled { get; init; }
    [JsonPropertyName("quiet_hours_enabled")] public required bool QuietHoursEnabled { get; init; }
    [JsonPropertyName("quiet_hours_start")] public required string QuietHoursStart { get; init; }
    [JsonPropertyName("quiet_hours_end")] public required string QuietHoursEnd { get; init; }
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
            EmailNotifications = email, SmsNotifications = sms, PushNotifications = push, PromotionalEmails = offers, OrderUpdates = Any(NoticeTopic.Orders),
            LoyaltyUpdates = Any(NoticeTopic.Loyalty), Frequency = set.Daily ? "daily" : "immediate", EmailOffers = offers,
            EmailOrders = set.Has(Channel.Email, NoticeTopic.Orders), EmailNewsletter = set.Newsletter, SmsOffers = set.Has(Channel.Sms, NoticeTopic.Offers),
            SmsOrders = set.Has(Channel.Sms, NoticeTopic.Orders), Newsletter = set.Newsletter, Notifications = set.Notifications, Language = view.Language,
            EmailEnabled = email, SmsEnabled = sms, PushEnabled = push, QuietHoursEnabled = set.QuietFrom is not null,
            QuietHoursStart = Time(set.QuietFrom ?? NoticeSet.UsualNight.From), QuietHoursEnd = Time(set.QuietUntil ?? NoticeSet.UsualNight.Until),
            TimeZone = view.TimeZone, UpdatedAt = view.UpdatedAt,
        };
    }
}

/// <summary>Any of the names; what is not named stays. A particular name goes before a general one.</summary>
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
    [JsonPropertyName("email_enabled")] public bool? EmailEnabled { get; set; }
    [JsonPropertyName("sms_enabled")] public bool? SmsEnabled { get; set; }
    [JsonPropertyName("push_enabled")] public bool? PushEnabled { get; set; }
    [JsonPropertyName("quiet_hours_enabled")] public bool? QuietHoursEnabled { get; set; }
    [JsonPropertyName("quiet_hours_start")] public string? QuietHoursStart { get; set; }
    [JsonPropertyName("quiet_hours_end")] public string? QuietHoursEnd { get; set; }

    internal PreferenceChange Change
    {
        get
        {
            var topics = new Dictionary<NoticeTopic, bool>();
            if (OrderUpdates is { } orders) topics[NoticeTopic.Orders] = orders;
            if (LoyaltyUpdates is { } loyalty) topics[NoticeTopic.Loyalty] = loyalty;
            (Channel, NoticeTopic, bool?)[] switches =
            [
                (Channel.Email, NoticeTopic.Offers, EmailOffers ?? PromotionalEmails), (Channel.Email, NoticeTopic.Orders, EmailOrders), (Channel.Sms, NoticeTopic.Offers, SmsOffers), (Channel.Sms, NoticeTopic.Orders, SmsOrders),
            ];
            (Channel, bool?)[] channels = [(Channel.Email, EmailNotifications ?? EmailEnabled), (Channel.Sms, SmsNotifications ?? SmsEnabled), (Channel.Bell, PushNotifications ?? PushEnabled)];
            return new PreferenceChange
            {
                Channels = [.. channels.Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!.Value))], Notifications = Notifications, Newsletter = EmailNewsletter ?? Newsletter,
                Topics = topics, Switches = [.. switches.Where(s => s.Item3 is not null).Select(s => (s.Item1, s.Item2, s.Item3!.Value))], Frequency = Frequency, Language = Language,
                QuietHours = QuietHoursEnabled, QuietFrom = QuietHoursStart, QuietUntil = QuietHoursEnd,
            };
        }
    }
}

/// <summary>Status is sent, pending, held (then with a reason), failed or read; a message that waits has the time at which it leaves.</summary>
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

    internal static NoticeAnswer Of(DeliveryRow row) => new()
    {
        Id = row.Id, Type = Announcement.TypeOf(row.Topic, row.Channel), Kind = row.Kind, Title = row.Title, Message = row.Content, Date = row.CreatedAt,
        CreatedAt = row.CreatedAt, Status = row.Status == Delivery.Read ? "sent" : Word(row.Status), Read = row.Status == Delivery.Read, Channel = row.Channel.Word,
        Topic = Word(row.Topic), Reason = row.Reason is { } reason ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) : null,
        HeldUntil = row.HeldUntil, SentAt = row.SentAt,
    };

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What was told, and what became of it: sent when it left or leaves by any channel, held when none may carry it.</summary>
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

public sealed class TellBody
{
    public string? Type { get; set; }
    public string? Title { get; set; }
    public string? Message { get; set; }
}

/// <summary>How a customer wants to be told of things, what was sent, and telling them something (002).</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this Api api)
    {
        var members = api.Members("notifications");
        members.MapGet("/{customerId}/preferences", Get).WithName("getNoticePreferences").WithSummary("Channels, topics, frequency and quiet hours, under the names of every system").ProducesProblem(404);
        members.MapPut("/{customerId}/preferences", Change).WithName("changeNoticePreferences").WithSummary("Changes what is named; security messages pass every switch").ProducesProblem(400).ProducesProblem(404);
        members.MapGet("/{customerId}/history", History).WithName("listNotices").WithSummary("What was sent or held back, newest first, by which channel and why; limit 1 to 100").ProducesProblem(400).ProducesProblem(404);
        api.MembersByStaff("notifications").MapPost("/{customerId}/send", Send).WithName("sendNotice").WithSummary("Tells the customer something, as they want to be told").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<PreferencesAnswer>>> Get(Actor actor, CustomerVerbs customers, Preferences preferences, string customerId) =>
        MemberCalls.Enveloped(PreferencesAnswer.Of(await preferences.Get(actor, await customers.Whose(actor, customerId))));

    private static async Task<Ok<Enveloped<PreferencesAnswer>>> Change(Actor actor, CustomerVerbs customers, Preferences preferences, string customerId, PreferencesBody input) =>
        MemberCalls.Enveloped(PreferencesAnswer.Of(await preferences.Change(actor, input.Change, await customers.Whose(actor, customerId))));

    private static async Task<Ok<Enveloped<IReadOnlyList<NoticeAnswer>>>> History(Actor actor, CustomerVerbs customers, Deliveries deliveries, string customerId, int limit = 20, string? after = null) =>
        MemberCalls.Enveloped<IReadOnlyList<NoticeAnswer>>([.. (await deliveries.List(actor, await customers.Whose(actor, customerId), after, limit)).Items.Select(NoticeAnswer.Of)]);

    private static async Task<Ok<Enveloped<ToldAnswer>>> Send(Actor actor, CustomerVerbs customers, Deliveries deliveries, string customerId, TellBody input)
    {
        var rows = await deliveries.Tell(actor, await customers.Whose(actor, customerId), new Announcement { Type = input.Type, Title = input.Title, Message = input.Message });
        var first = rows.FirstOrDefault(r => r.Status != Delivery.Held) ?? rows[0];
        return MemberCalls.Enveloped(new ToldAnswer
        {
            Id = first.Id, NotificationId = first.Id, CustomerId = customerId, Type = input.Type!.Trim().ToLowerInvariant(), Title = first.Title,
            Message = input.Message!, SentAt = first.CreatedAt, Status = first.Status == Delivery.Held ? "held" : "sent", Deliveries = [.. rows.Select(NoticeAnswer.Of)],
        });
    }
}
