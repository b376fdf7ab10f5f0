using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>
/// Something of a customer's that belongs in the history of their account. The id is that of the thing it is about, such as an order.
/// Detail is a key of <see cref="Words"/>, Value what it says.
/// </summary>
public sealed record AccountEntry(Guid Id, Guid CustomerId, SecurityEventType Type, DateTimeOffset At, string Detail, string Value);
