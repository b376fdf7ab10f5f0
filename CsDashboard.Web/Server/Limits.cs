using System.IO.Compression;
using System.Net;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

internal static class Limits
{
    // A file may have 10 MB (contract: portal, Files); the rest is room for the form around it.
    private const long MaxRequest = 12 * 1_048_576;

    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequest;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MaxRequest);
        // Streams and ready-made assets are left alone: text/event-stream is not among the types.
        builder.Services.AddResponseCompression();
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    /// <summary>Forwarded addresses and schemes are trusted only from the proxies named in the settings.</summary>
    public static void UseTrustedProxy(this WebApplication app)
    {
        var named =
            app.Services.GetRequiredService<IOptions<Settings>>()
                .Value.TrustedProxy?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        if (named.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named)
        {
            if (IPAddress.TryParse(name, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(name));
        }
        app.UseForwardedHeaders(options);
    }

    /// <summary>Development answers under any host name.</summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseMiddleware<PublicAddress>();
    }

    /// <summary>Turns a NUL in a query into a space: no database can search for one, and PostgreSQL refuses to.</summary>
    public static void UseStorableQueries(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                if (http.Request.QueryString.Value is { } query && query.Contains("%00", StringComparison.Ordinal))
                    http.Request.QueryString = new(query.Replace("%00", "%20", StringComparison.Ordinal));
                return next(http);
            }
        );
}
