using CsDashboard.Images;
using Microsoft.Net.Http.Headers;

namespace CsDashboard.Web.Server;

internal static class PrintFormats
{
    /// <summary>WebP to whoever names it; who takes anything may still not know it.</summary>
    public static PrintFormat For(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .Accept.Any(type => type.MediaType.Equals("image/webp", StringComparison.OrdinalIgnoreCase) && type.Quality is not 0)
            ? PrintFormat.Webp
            : PrintFormat.Jpeg;
}
