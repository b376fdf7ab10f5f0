using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Notifications;

/// <summary>Somebody wrote to a customer by hand; the sent message holds the words.</summary>
public sealed record CustomerTold(Guid CustomerId, string Name, string Type) : Foundation.Events.IEvent
{
    public Foundation.Events.Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTold", [Name, new SaidWord("Told_" + Type)]);
}
