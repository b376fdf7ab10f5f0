using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CsDashboard.Web.Desk;

/// <summary>Reads a file from a multipart body as it arrives; it is never in memory as a whole.</summary>
internal static class Uploads
{
    // A file may have 10 MB; the rest is for the form around it.
    public const long MaxBody = Attachments.MaxBytes + 1_048_576;
    private const int MaxParts = 20;

    public static Task<AttachmentView> Take(HttpContext http, Actor actor, Attachments attachments, Guid? ticketId) =>
        Take(http, (name, content) => attachments.Upload(actor, name, content, ticketId, http.RequestAborted));

    /// <summary>Stores the part named "file". Invalid (field file) without one, or when the body ends too early.</summary>
    public static async Task<T> Take<T>(HttpContext http, Func<string, Stream, Task<T>> store)
    {
        var reader = new MultipartReader(BoundaryOf(http.Request.ContentType), http.Request.Body);
        var cancellation = http.RequestAborted;
        for (var part = 0; part < MaxParts; part++)
        {
            if (await Next(reader, cancellation) is not { } section)
                break;
            if (
                section.GetContentDispositionHeader() is not { } named
                || !HeaderUtilities.RemoveQuotes(named.Name).Equals("file", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            if (!named.FileName.HasValue && !named.FileNameStar.HasValue)
                continue;
            var name = HeaderUtilities.RemoveQuotes(named.FileNameStar.HasValue ? named.FileNameStar : named.FileName).ToString();
            var declared = MediaTypeHeaderValue.TryParse(section.ContentType, out var type)
                ? type.MediaType.ToString()
                : section.ContentType;
            if (!FileKinds.TakesType(declared))
                throw Refusal.Invalid("file", Words.Of("File_Kind", FileKinds.Names));
            await using var content = new Whole(section.Body);
            return await store(name, content);
        }
        throw Refusal.Invalid("file", Words.Of("File_Missing"));
    }

    // Accepts(...) would say the same, but routing would then reject other content types before authentication.
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file" },
                        Properties = new Dictionary<string, IOpenApiSchema>
                        {
                            ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        },
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static string BoundaryOf(string? contentType)
    {
        var boundary =
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
                : "";
        return boundary.Length is > 0 and <= 200 ? boundary : throw Refusal.Invalid("file", Words.Of("File_Missing"));
    }

    private static async Task<MultipartSection?> Next(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw Refusal.Invalid("file", Words.Of("File_Form"));
        }
    }

    // BadHttpRequestException is an IOException too and says more: too large, or too slow.
    private static bool IsBroken(Exception e) => e is InvalidDataException or (IOException and not BadHttpRequestException);

    /// <summary>Reports a body that ends before its boundary as broken; the store would take the error for its own.</summary>
    private sealed class Whole(Stream inner) : PassingStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await inner.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception e) when (IsBroken(e))
            {
                throw Refusal.Invalid("file", Words.Of("File_Form"));
            }
        }
    }
}
