using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Sla;

/// <summary>How fast the company answers and resolves at one priority, in business time.</summary>
public sealed record SlaTarget(TimeSpan FirstResponse, TimeSpan Resolution);
