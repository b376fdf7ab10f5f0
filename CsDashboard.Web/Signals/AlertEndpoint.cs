using System.Text;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Signals;

/// <summary>
/// POST /hooks/signals/{token}: alerts of charts, as JSON or plain text. The token is the only permission. It is stored and answered at
/// once; a draft is made from it afterwards.
/// </summary>
internal static class AlertEndpoint
{
    public static void MapAlerts(this WebApplication app) =>
        app.MapPost("/hooks/signals/{token}", Take)
            .AllowAnonymous()
            .WithMetadata(new RequestSizeLimitAttribute(Alert.MaxBody * 2))
            .WithName("takeAlert")
            .WithTags("signals")
            .WithSummary("Takes an alert of a chart; it becomes a draft")
            .Produces<AlertTaken>(202)
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(413)
            .ProducesProblem(429);

    private static async Task<IResult> Take(string token, HttpContext http, Alerts alerts, TimeProvider clock)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var id = await alerts.Take(
            token,
            await reader.ReadToEndAsync(http.RequestAborted),
            http.Request.ContentType,
            http.Request.Headers["Idempotency-Key"],
            clock
        );
        return Results.Json(
            new AlertTaken(true, id, SignalTexts.Get("Api.AlertTaken")),
            ApiJson.Options,
            statusCode: StatusCodes.Status202Accepted
        );
    }
}
