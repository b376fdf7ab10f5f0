namespace CsDashboard.Web.Engagement;

/// <summary>The texts of segments (SegmentTexts.resx, SegmentTexts.ar.resx).</summary>
public sealed class SegmentTexts
{
    private SegmentTexts() { }
}
