using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CsDashboard.Web.Server;

/// <summary>Reads files from a multipart body as they arrive; none is ever in memory as a whole.</summary>
internal static class FileForms
{
    private const int MaxParts = 20;

    /// <summary>Stores the part named "file". Invalid (field file) without one, or when the body ends too early.</summary>
    public static async Task<T> Take<T>(HttpContext http, Func<string, Stream, Task<T>> store)
    {
        var taken = await TakeAll(http, MaxParts, store, most: 1);
        return taken.Count > 0 ? taken[0] : throw Refusal.Invalid("file", Words.Of("File_Missing"));
    }

    /// <summary>
    /// Stores the parts named "file" or "files" in their order, up to so many; those behind them are not read. Invalid (field file) when
    /// the body ends too early.
    /// </summary>
    public static async Task<List<T>> TakeAll<T>(HttpContext http, int parts, Func<string, Stream, Task<T>> store, int most)
    {
        var reader = new MultipartReader(BoundaryOf(http.Request.ContentType), http.Request.Body);
        var taken = new List<T>();
        for (var part = 0; part < parts && taken.Count < most; part++)
        {
            if (await Next(reader, http.RequestAborted) is not { } section)
                break;
            if (section.GetContentDispositionHeader() is not { } named || !IsFile(named))
                continue;
            var name = HeaderUtilities.RemoveQuotes(named.FileNameStar.HasValue ? named.FileNameStar : named.FileName).ToString();
            var declared = MediaTypeHeaderValue.TryParse(section.ContentType, out var type)
                ? type.MediaType.ToString()
                : section.ContentType;
            if (!FileKinds.TakesType(declared))
                throw Refusal.Invalid("file", Words.Of("File_Kind", FileKinds.Names));
            await using var content = new Whole(section.Body);
            taken.Add(await store(name, content));
        }
        return taken;
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

    private static bool IsFile(ContentDispositionHeaderValue named) =>
        HeaderUtilities.RemoveQuotes(named.Name) is var name
        && (name.Equals("file", StringComparison.OrdinalIgnoreCase) || name.Equals("files", StringComparison.OrdinalIgnoreCase))
        && (named.FileName.HasValue || named.FileNameStar.HasValue);

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
