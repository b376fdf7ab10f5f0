namespace CsDashboard.Customers;

public sealed partial class Customer
{
    /// <summary>One of <see cref="SegmentNames"/>. The room that evaluates it sets it; a customer who never bought is occasional.</summary>
    public string Segment { get; private set; } = SegmentNames.Occasional;
    public DateTimeOffset? SegmentSince { get; private set; }

    /// <summary>Who set it by hand; the rules leave it alone then.</summary>
    public string? SegmentSetBy { get; private set; }

    /// <summary>False when it was that already, whoever set it.</summary>
    internal bool Belong(string segment, DateTimeOffset now, string? setBy)
    {
        SegmentSetBy = setBy;
        if (Segment == segment)
            return false;
        (Segment, SegmentSince) = (segment, now);
        return true;
    }
}
