using System.Text.Json;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>What the company promises (SLA): targets by priority, counted in its business hours.</summary>
public sealed record SlaPolicy(BusinessHours Hours, IReadOnlyDictionary<TicketPriority, SlaTarget> Targets)
{
    public SlaTarget For(TicketPriority priority) => Targets[priority];

    /// <summary>What holds until an admin sets something else: Sunday to Thursday 9 to 18 in the company's zone.</summary>
    public static SlaPolicy Usual(string timeZone) =>
        new(
            new BusinessHours(
                timeZone,
                [
                    .. Enum.GetValues<DayOfWeek>()
                        .Where(d => d is not (DayOfWeek.Friday or DayOfWeek.Saturday))
                        .Select(d => new WorkingDay(d, new(9, 0), new(18, 0))),
                ],
                []
            ),
            new Dictionary<TicketPriority, SlaTarget>
            {
                [TicketPriority.Urgent] = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(4)),
                [TicketPriority.High] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
                [TicketPriority.Medium] = new(TimeSpan.FromHours(4), TimeSpan.FromHours(18)),
                [TicketPriority.Low] = new(TimeSpan.FromHours(8), TimeSpan.FromHours(45)),
            }
        );
}
