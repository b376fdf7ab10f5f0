using System.Globalization;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Engagement;

/// <summary>The file that the page of an own segment offers.</summary>
internal static class SegmentFileEndpoints
{
    public static void MapSegmentFiles(this WebApplication app) =>
        app.MapPageFiles("/app/segments").MapGet("/{segmentId}/members.csv", Members);

    private static Task Members(HttpContext http, Actor actor, OwnSegments segments, string segmentId) =>
        CsvFile.Send(
            http,
            $"segment-{actor.Now:yyyyMMdd-HHmmss}.csv",
            ["number", "name", "email", "segment", "orders", "value", "last_order", "customer_since"],
            segments.Export(actor, Paging.Id(segmentId), SegmentAddress.Of(http.Request.QueryString.Value).Place, http.RequestAborted),
            c =>
                [
                    c.PublicId,
                    c.Name,
                    c.Email,
                    c.Segment,
                    c.Orders.ToString(CultureInfo.InvariantCulture),
                    c.Value.ToString(CultureInfo.InvariantCulture),
                    CsvFile.Cell(c.LastOrderAt),
                    CsvFile.Cell(c.Joined),
                ]
        );
}
