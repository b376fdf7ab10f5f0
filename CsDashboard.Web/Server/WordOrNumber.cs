using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsDashboard.Web.Server;

/// <summary>A name that callers write as a text or as a whole number: "ORD-20261130-9F0A3C21", "17", 17.</summary>
internal sealed class WordOrNumber : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
