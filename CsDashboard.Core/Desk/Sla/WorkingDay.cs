using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>A stretch of a week day in which the company works, local time.</summary>
public sealed record WorkingDay(DayOfWeek Day, TimeOnly From, TimeOnly To);
