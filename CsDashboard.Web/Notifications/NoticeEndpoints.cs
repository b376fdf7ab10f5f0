using System.Globalization;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.Customers;

namespace CsDashboard.Web.Notifications;

/// <summary>One row under the names of all systems (rule C14): the two sets of 002, those of 001 with underscores, and 004's.</summary>
public sealed record PreferencesAnswer(
    bool EmailNotifications, bool SmsNotifications, bool PushNotifications, bool PromotionalEmails, bool OrderUpdates, bool LoyaltyUpdates, string Frequency,
    bool EmailOffers, bool EmailOrders, bool EmailNewsletter, bool SmsOffers, bool SmsOrders,
    bool Newsletter, bool Notifications, string Language,
    [property: JsonPropertyName("email_enabled")] bool EmailEnabled, [property: JsonPropertyName("sms_enabled")] bool SmsEnabled, [property: JsonPropertyName("push_enabled")] bool PushEnabled,
    [property: JsonPropertyName("quiet_hours_enabled")] bool QuietHoursEnabled, [property: JsonPropertyName("quiet_hours_start")] string QuietHoursStart, [property: JsonPropertyName("quiet_hours_end")] string QuietHoursEnd,
    string TimeZone, DateTimeOffset? UpdatedAt)
{
    internal static PreferencesAnswer Of(PreferencesView view)
    {
        var set = view.Set;
        string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
        var offers = set.Has(Channel.Email, NoticeTopic.Offers);
        bool Any(NoticeTopic topic) => Channel.All.Any(channel => set.Has(channel, topic));
        var (email, sms, push) = (set.Is(Channel.Email), set.Is(Channel.Sms), set.Is(Channel.Bell));
        return new(
            email, sms, push, offers, Any(NoticeTopic.Orders), Any(NoticeTopic.Loyalty), set.Daily ? "daily" : "immediate",
            offers, set.Has(Channel.Email, NoticeTopic.Orders), set.Newsletter, set.Has(Channel.Sms, NoticeTopic.Offers), set.Has(Channel.Sms, NoticeTopic.Orders),
            set.Newsletter, set.Notifications, view.Language, email, sms, push,
            set.QuietFrom is not null, Time(set.QuietFrom ?? NoticeSet.UsualNight.From), Time(set.QuietUntil ?? NoticeSet.UsualNight.Until), view.TimeZone, view.UpdatedAt);
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
public sealed record NoticeAnswer(
    Guid Id, string Type, string Kind, string Title, string Message, DateTimeOffset Date, DateTimeOffset CreatedAt, string Status, bool Read, string Channel, string Topic, string? Reason, DateTimeOffset? HeldUntil, DateTimeOffset? SentAt)
{
    internal static NoticeAnswer Of(DeliveryRow row) => new(
        row.Id, Announcement.TypeOf(row.Topic, row.Channel), row.Kind, row.Title, row.Content, row.CreatedAt, row.CreatedAt, row.Status == Delivery.Read ? "sent" : Word(row.Status), row.Status == Delivery.Read, row.Channel.Word, Word(row.Topic),
        row.Reason is { } reason ? System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()) : null, row.HeldUntil, row.SentAt);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>What was told, and what became of it: sent when it left or leaves by any channel, held when none may carry it.</summary>
public sealed record ToldAnswer(Guid Id, Guid NotificationId, string CustomerId, string Type, string Title, string Message, DateTimeOffset SentAt, string Status, IReadOnlyList<NoticeAnswer> Deliveries);

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
        return MemberCalls.Enveloped(new ToldAnswer(first.Id, first.Id, customerId, input.Type!.Trim().ToLowerInvariant(), first.Title, input.Message!, first.CreatedAt, first.Status == Delivery.Held ? "held" : "sent", [.. rows.Select(NoticeAnswer.Of)]));
    }
}
