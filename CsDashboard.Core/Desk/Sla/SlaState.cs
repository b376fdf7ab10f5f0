using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

public enum SlaState
{
    Due,
    Met,
    Overdue,
    Missed,
    Paused,
}
