using CsDashboard.Foundation.Events;

namespace CsDashboard.Engagement.Segments;

/// <summary>Segment is one of the five words, or the name of an own segment, then with its id.</summary>
public sealed record SegmentEntered(Guid CustomerId, string Segment, Guid? OwnSegmentId = null, bool ByHand = false) : IEvent
{
    public Subject About => new("customer", CustomerId);
    string IEvent.Action => "SEGMENT_ENTERED";
    public (string, object?[]) Sentence => (ByHand ? "Event_SegmentSet" : "Event_SegmentEntered", [Segments.Said(Segment, OwnSegmentId)]);
    public object? After => new { Segment };
    public Guid? ForCustomer => CustomerId;
}

public sealed record SegmentLeft(Guid CustomerId, string Segment, Guid? OwnSegmentId = null) : IEvent
{
    public Subject About => new("customer", CustomerId);
    string IEvent.Action => "SEGMENT_LEFT";
    public (string, object?[]) Sentence => ("Event_SegmentLeft", [Segments.Said(Segment, OwnSegmentId)]);
    public object? Before => new { Segment };
    public Guid? ForCustomer => CustomerId;
}

public sealed record SegmentRulesChanged(Guid TenantId, SegmentRulesInput From, SegmentRulesInput To) : IEvent
{
    public Subject About => new("segment", TenantId);
    public (string, object?[]) Sentence => ("Event_SegmentRulesChanged", []);
    public object? Before => From;
    public object? After => To;
}

/// <summary>An own segment was made, changed (with what was before) or removed (without what is after).</summary>
public sealed record OwnSegmentChanged(Guid SegmentId, string Name, OwnSegmentFacts? From, OwnSegmentFacts? To) : IEvent
{
    public Subject About => new("segment", SegmentId);
    string IEvent.Action =>
        From is null ? "CREATE"
        : To is null ? "DELETE"
        : "UPDATE";
    public (string, object?[]) Sentence =>
        (
            To is null ? "Event_OwnSegmentRemoved"
            : From is null ? "Event_OwnSegmentMade"
            : "Event_OwnSegmentChanged",
            [Name]
        );
    public object? Before => From;
    public object? After => To;
}
