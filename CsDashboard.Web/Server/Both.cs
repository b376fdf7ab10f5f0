using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>
/// What a call brings, from its body or from its address: the market's callers write the same values in either. A value in both is the
/// body's. Every member of T can be null, for what was not sent.
/// </summary>
public sealed class Both<T> : IEndpointParameterMetadataProvider
    where T : class, new()
{
    private Both(T value) => Value = value;

    public T Value { get; }

    public static async ValueTask<Both<T>> BindAsync(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var value = await Body(http.Request, options) ?? new T();
        foreach (var member in options.GetTypeInfo(typeof(T)).Properties)
            if (http.Request.Query[member.Name] is { Count: > 0 } words && member is { Get: { } get, Set: { } set } && get(value) is null)
                set(value, Read(member, [.. words.OfType<string>()], options));
        return new(value);
    }

    /// <summary>For the description of the API.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));

    private static async Task<T?> Body(HttpRequest call, JsonSerializerOptions options)
    {
        if (call.ContentLength == 0 || call.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
            return null;
        try
        {
            return await call.ReadFromJsonAsync<T>(options, call.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException(e.Message, e);
        }
    }

    private static object? Read(JsonPropertyInfo member, IReadOnlyList<string> words, JsonSerializerOptions options)
    {
        if (member.PropertyType == typeof(string))
            return words[0];
        var text = member.PropertyType.IsAssignableTo(typeof(IEnumerable)) ? $"[{string.Join(',', words)}]" : words[0].ToLowerInvariant();
        try
        {
            return JsonSerializer.Deserialize(text, member.PropertyType, options);
        }
        catch (JsonException)
        {
            throw Refusal.Invalid(member.Name, ApiTexts.Of("BadValue"));
        }
    }
}
