using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

public sealed record PreferencesChanged(Guid PersonId, bool IsCustomer, string Name, NoticeSet From, NoticeSet To) : IEvent
{
    public Subject About => new(IsCustomer ? "customer" : "user", PersonId);
    public (string, object?[]) Sentence => ("Event_PreferencesChanged", [Name]);
    public object? Before => Facts(From);
    public object? After => Facts(To);
    public Guid? ForCustomer => IsCustomer ? PersonId : null;

    private static Dictionary<string, object?> Facts(NoticeSet set)
    {
        var facts = Channel.All.ToDictionary(channel => channel.Word, channel => (object?)set.Is(channel));
        foreach (var channel in Channel.All)
            facts[channel.Word + "Topics"] = set.Of(channel).Topics.ToString();
        facts["daily"] = set.Daily;
        facts["quiet"] = set.QuietFrom is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}-{set.QuietUntil:HH:mm}")
            : null;
        return facts;
    }
}
