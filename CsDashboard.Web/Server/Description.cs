using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CsDashboard.Web.Server;

/// <summary>
/// The description of the API, which takes a fifth of a second to make: so it is made once for each language and kind of reader, and kept
/// ready to send.
/// </summary>
internal sealed partial class Description(IServiceProvider services)
{
    public const string Name = "v1";
    // What a stranger needs: whether the service is there, and how to sign in.
    private static readonly string[] ForAnybody = ["/health", "/api/health", "/api/auth/login", "/api/auth/refresh", "/api/auth/logout"];

    private readonly ConcurrentDictionary<(string Language, bool Whole), Lazy<Task<Packed>>> kept = new();

    public async Task<Packed> In(string language, bool whole)
    {
        var made = kept.GetOrAdd((language, whole), key => new(() => Task.Run(() => Make(key.Language, key.Whole))));
        try { return await made.Value; }
        catch
        {
            kept.TryRemove(new((language, whole), made));
            throw;
        }
    }

    private async Task<Packed> Make(string language, bool whole)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(language);
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return Packed.Of(Encoding.UTF8.GetBytes(whole ? text : ShortOf(text)), "application/json; charset=utf-8");
    }

    // The calls that are left, and of the schemas those that they lead to.
    private static string ShortOf(string text)
    {
        var document = JsonNode.Parse(text)!.AsObject();
        document["info"]!["description"] = ApiTexts.Of("Docs.ForStrangers");
        Keep(document["paths"]!.AsObject(), ForAnybody.Contains);
        document.Remove("tags");
        var components = document["components"]!.AsObject();
        var schemas = components["schemas"]?.AsObject() ?? [];
        HashSet<string> named = [];
        var look = new Queue<string>([document["paths"]!.ToJsonString()]);
        while (look.TryDequeue(out var part))
            foreach (Match name in SchemaName().Matches(part))
                if (named.Add(name.Groups[1].Value) && schemas[name.Groups[1].Value] is { } schema) look.Enqueue(schema.ToJsonString());
        Keep(schemas, named.Contains);
        return document.ToJsonString();
    }

    private static void Keep(JsonObject from, Func<string, bool> which)
    {
        foreach (var name in from.Select(member => member.Key).Where(name => !which(name)).ToList()) from.Remove(name);
    }

    [GeneratedRegex("#/components/schemas/([^\"]+)\"", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SchemaName();
}

/// <summary>Bytes that many ask for, kept in the forms in which they are sent. They are shared by all who read them, however slowly.</summary>
internal sealed record Packed(byte[] Plain, byte[] Brotli, byte[] Gzip, string Type, string Tag)
{
    // So much of it is copied for a reader at a time, and no more before that has left.
    private const int Piece = 16 * 1024;

    public static Packed Of(byte[] plain, string type) =>
        new(plain, Press(plain, to => new BrotliStream(to, CompressionLevel.Optimal)), Press(plain, to => new GZipStream(to, CompressionLevel.Optimal)), type, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain), 0, 8)}\"");

    public async Task Serve(HttpContext http)
    {
        var (headers, accepted) = (http.Response.Headers, http.Request.GetTypedHeaders().AcceptEncoding.Where(a => a.Quality is not 0).Select(a => a.Value.Value).ToList());
        (headers.ETag, headers.CacheControl, headers.Vary) = (Tag, "private, no-cache", "Accept-Encoding, Accept-Language, Authorization, Cookie, X-Service-API-Key");
        if (http.Request.Headers.IfNoneMatch == Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (body, form) = accepted.Contains("br") ? (Brotli, "br") : accepted.Contains("gzip") ? (Gzip, "gzip") : (Plain, null);
        if (form is not null) headers.ContentEncoding = form;
        (http.Response.ContentType, http.Response.ContentLength) = (Type, body.Length);
        for (var sent = 0; sent < body.Length; sent += Piece)
            await http.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(Piece, body.Length - sent)), http.RequestAborted);
    }

    private static byte[] Press(byte[] plain, Func<Stream, Stream> press)
    {
        using var pressed = new MemoryStream();
        using (var through = press(pressed)) through.Write(plain);
        return pressed.ToArray();
    }
}
