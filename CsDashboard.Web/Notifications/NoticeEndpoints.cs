using System.Globalization;
using System.Text.Json.Serialization;
using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Notifications;

/// <summary>
/// How a customer wants to be notified, what was sent, and sending them a message (contract: membership, Notification preferences).
/// </summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this Api api)
    {
        var members = api.Members("notifications");
        members
            .MapGet("/{customerId}/preferences", Get)
            .WithName("getNoticePreferences")
            .WithSummary("Channels, topics, frequency and quiet hours, under the names of every system")
            .ProducesProblem(404);
        members
            .MapPut("/{customerId}/preferences", Change)
            .WithName("changeNoticePreferences")
            .WithSummary("Changes what is named; security messages pass every switch")
            .ProducesProblem(400)
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/history", History)
            .WithName("listNotices")
            .WithSummary("What was sent or held back, newest first, by which channel and why; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.MembersByStaff("notifications")
            .MapPost("/{customerId}/send", Send)
            .WithName("sendNotice")
            .WithSummary("Tells the customer something, as they want to be told")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<PreferencesAnswer>>> Get(
        Actor actor,
        CustomerVerbs customers,
        Preferences preferences,
        string customerId
    ) => MemberCalls.Enveloped(PreferencesAnswer.Of(await preferences.Get(actor, await customers.Whose(actor, customerId))));

    private static async Task<Ok<Enveloped<PreferencesAnswer>>> Change(
        Actor actor,
        CustomerVerbs customers,
        Preferences preferences,
        string customerId,
        PreferencesBody input
    ) =>
        MemberCalls.Enveloped(
            PreferencesAnswer.Of(await preferences.Change(actor, input.Change, await customers.Whose(actor, customerId)))
        );

    private static async Task<Ok<Enveloped<IReadOnlyList<NoticeAnswer>>>> History(
        Actor actor,
        CustomerVerbs customers,
        Deliveries deliveries,
        string customerId,
        int limit = 20,
        string? after = null
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<NoticeAnswer>>([
            .. (await deliveries.List(actor, await customers.Whose(actor, customerId), after, limit)).Items.Select(NoticeAnswer.Of),
        ]);

    private static async Task<Ok<Enveloped<ToldAnswer>>> Send(
        Actor actor,
        CustomerVerbs customers,
        Deliveries deliveries,
        string customerId,
        TellBody input
    )
    {
        var rows = await deliveries.Tell(
            actor,
            await customers.Whose(actor, customerId),
            new Announcement
            {
                Type = input.Type,
                Title = input.Title,
                Message = input.Message,
            }
        );
        var first = rows.FirstOrDefault(r => r.Status != Delivery.Held) ?? rows[0];
        return MemberCalls.Enveloped(
            new ToldAnswer
            {
                Id = first.Id,
                NotificationId = first.Id,
                CustomerId = customerId,
                Type = input.Type!.Trim().ToLowerInvariant(),
                Title = first.Title,
                Message = input.Message!,
                SentAt = first.CreatedAt,
                Status = first.Status == Delivery.Held ? "held" : "sent",
                Deliveries = [.. rows.Select(NoticeAnswer.Of)],
            }
        );
    }
}
