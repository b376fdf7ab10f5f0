using CsDashboard.Foundation;
using CsDashboard.Notifications;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Notifications;

/// <summary>The file that the page of sent messages offers.</summary>
internal static class SentFileEndpoints
{
    public static void MapSentFiles(this WebApplication app) => app.MapPageFiles("/app/notifications").MapGet("/export.csv", Export);

    private static Task Export(HttpContext http, Actor actor, DeliveryLists lists)
    {
        var address = SentAddress.Of(http.Request.QueryString.Value);
        return CsvFile.Send(
            http,
            $"messages-{actor.Now:yyyyMMdd-HHmmss}.csv",
            ["time", "channel", "name", "address", "message", "about", "status", "reason", "sent", "error"],
            lists.Export(actor, SentAddress.Filter(address, actor.TimeZone), address.Place, http.RequestAborted),
            m =>
                [
                    CsvFile.Cell(m.CreatedAt),
                    m.Channel.Word,
                    m.Name ?? "",
                    m.Address ?? "",
                    m.Title,
                    Word.Of(m.Topic),
                    Word.Of(m.Status),
                    m.Reason is { } reason ? Word.Of(reason) : "",
                    CsvFile.Cell(m.SentAt),
                    m.Error ?? "",
                ]
        );
    }
}
