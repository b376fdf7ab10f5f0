using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Segments;

public sealed class OwnSegmentInput
{
    [Line(60)]
    public string? Name { get; set; }
    public bool Any { get; set; }
    public IReadOnlyList<SegmentCondition> Conditions { get; set; } = [];

    internal void CheckAll()
    {
        this.Checked();
        CheckConditions();
    }

    internal void CheckConditions()
    {
        if (Conditions is null || Conditions.Count is 0 or > OwnSegment.MaxConditions || Conditions.Any(c => c is null))
            throw Refusal.Invalid("conditions", Words.Of("Segment_Conditions", OwnSegment.MaxConditions));
        foreach (var condition in Conditions)
            condition.Test(DateTimeOffset.UnixEpoch.AddYears(50));
    }
}
