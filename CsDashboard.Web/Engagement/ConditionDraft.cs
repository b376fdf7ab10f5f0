using CsDashboard.Engagement.Segments;

namespace CsDashboard.Web.Engagement;

/// <summary>One condition while it is written.</summary>
public sealed class ConditionDraft
{
    public string Field { get; set; } = "orders";
    public string Is { get; set; } = "atLeast";
    public string Value { get; set; } = "1";

    /// <summary>It is counted in days.</summary>
    public bool InDays => Field is "lastOrder" or "joined";

    /// <summary>Another field, with the first of its ways and a value to begin with.</summary>
    public void Turn(string field) =>
        (Field, Is, Value) = (
            field,
            SegmentCondition.Ways[field][0],
            SegmentCondition.ValuesOf(field) is [var first, ..] ? first
            : field is "lastOrder" or "joined" ? "30"
            : field is "orders" or "value" ? "1"
            : ""
        );
}
