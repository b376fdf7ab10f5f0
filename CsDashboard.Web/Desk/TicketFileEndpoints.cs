using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Images;
using CsDashboard.Web.Server;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Desk;

/// <summary>Files of tickets, for everybody who may see the ticket.</summary>
internal static class TicketFileEndpoints
{
    public static void MapTicketFiles(this Api api)
    {
        api.SignedIn.MapGet("/files/{fileId}", Download)
            .WithName("getFile")
            .WithTags("files")
            .WithSummary("A file of a ticket")
            .Produces(200, contentType: "application/octet-stream")
            .ProducesProblem(404);
        api.SignedIn.MapGet("/files/{fileId}/preview", Preview)
            .WithName("getFilePreview")
            .WithTags("files")
            .WithSummary("A picture of a ticket as it looks, without what the camera wrote into it; size is one of the presets of pictures")
            .Produces(200, contentType: "image/webp")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<IResult> Download(
        HttpContext http,
        Actor actor,
        Attachments attachments,
        string fileId,
        CancellationToken cancellation
    )
    {
        var (file, content) = await attachments.Download(actor, Paging.Id(fileId), cancellation);
        var headers = http.Response.Headers;
        // Whatever it holds, a browser saves it or shows it as a picture; it is never a page of this site. The caller's browser keeps it,
        // but revalidates each time, since the right to see it may end.
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-cache";
        return Results.Stream(
            content,
            file.ContentType,
            file.OriginalName,
            file.CreatedAt,
            new EntityTagHeaderValue($"\"{file.Id:N}\""),
            enableRangeProcessing: true
        );
    }

    private static async Task<IResult> Preview(
        HttpContext http,
        Actor actor,
        Attachments attachments,
        string fileId,
        CancellationToken cancellation,
        string? size = null
    )
    {
        var preset = Word.Read<Preset>("size", size) ?? Preset.Page;
        var format = PrintFormats.For(http.Request);
        var (at, content) = await attachments.Preview(actor, Paging.Id(fileId), preset, format, cancellation);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-cache";
        headers.Vary = HeaderNames.Accept;
        return Results.Stream(content, format.ContentType, lastModified: at);
    }
}
