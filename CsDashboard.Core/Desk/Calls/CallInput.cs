using System.Text.Json.Serialization;

namespace CsDashboard.Desk.Calls;

/// <summary>A call that a customer asks for: at a fixed time, at one of up to three wished times, or as soon as possible.</summary>
public sealed class NewCall
{
    public string? TicketId { get; set; }
    public DateTimeOffset? ScheduledAt { get; set; }
    public IReadOnlyList<DateTimeOffset>? Wishes { get; set; }

    /// <summary>One of the times that are offered (<see cref="CallSlots"/>): it is arranged at once. On our own pages.</summary>
    [JsonIgnore]
    public DateTimeOffset? Slot { get; set; }

    [Text(2000, Optional = true)]
    public string? Note { get; set; }

    [PhoneNumber]
    public string? Phone { get; set; }
    public string? TimeZone { get; set; }
}
