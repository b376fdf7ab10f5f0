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

/// <summary>Bytes that many ask for, stored in the encodings they are sent in. All readers share them, however slow they are.</summary>
internal sealed record Packed(byte[] Plain, byte[] Brotli, byte[] Gzip, string Type, string Tag)
{
    // How much is copied for a reader at a time; the next piece waits until this one has left.
    private const int Piece = 16 * 1024;

    public static Packed Of(byte[] plain, string type) =>
        new(
            plain,
            Press(plain, to => new BrotliStream(to, CompressionLevel.Optimal)),
            Press(plain, to => new GZipStream(to, CompressionLevel.Optimal)),
            type,
            $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain), 0, 8)}\""
        );

    public async Task Serve(HttpContext http)
    {
        var (headers, accepted) = (
            http.Response.Headers,
            http.Request.GetTypedHeaders().AcceptEncoding.Where(a => a.Quality is not 0).Select(a => a.Value.Value).ToList()
        );
        (headers.ETag, headers.CacheControl, headers.Vary) = (
            Tag,
            "private, no-cache",
            "Accept-Encoding, Accept-Language, Authorization, Cookie, X-Service-API-Key"
        );
        if (http.Request.Headers.IfNoneMatch == Tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (body, form) =
            accepted.Contains("br") ? (Brotli, "br")
            : accepted.Contains("gzip") ? (Gzip, "gzip")
            : (Plain, null);
        if (form is not null)
            headers.ContentEncoding = form;
        (http.Response.ContentType, http.Response.ContentLength) = (Type, body.Length);
        for (var sent = 0; sent < body.Length; sent += Piece)
            await http.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(Piece, body.Length - sent)), http.RequestAborted);
    }

    private static byte[] Press(byte[] plain, Func<Stream, Stream> press)
    {
        using var pressed = new MemoryStream();
        using (var through = press(pressed))
            through.Write(plain);
        return pressed.ToArray();
    }
}
