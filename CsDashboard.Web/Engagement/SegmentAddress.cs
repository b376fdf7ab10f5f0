using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Engagement;

/// <summary>Which own segment the page shows, and how its members stand, in its address.</summary>
internal static class SegmentAddress
{
    public const string Path = "/admin/engagement/segments";

    public static ListAddress Of(string? query)
    {
        var address = ListAddress.Of(Path, query, "-joined", "own");
        return address.In("own", address["own"]).Cleared() with { Skip = address.Skip };
    }
}
