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
/// The description of the API. It takes a fifth of a second to make, so it is made once for each language and kind of reader, and kept
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
        try
        {
            return await made.Value;
        }
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

    // Keeps the remaining calls, and the schemas they refer to.
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
                if (named.Add(name.Groups[1].Value) && schemas[name.Groups[1].Value] is { } schema)
                    look.Enqueue(schema.ToJsonString());
        Keep(schemas, named.Contains);
        return document.ToJsonString();
    }

    private static void Keep(JsonObject from, Func<string, bool> which)
    {
        foreach (var name in from.Select(member => member.Key).Where(name => !which(name)).ToList())
            from.Remove(name);
    }

    [GeneratedRegex("#/components/schemas/([^\"]+)\"", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex SchemaName();
}
