using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CsDashboard.Foundation;

/// <summary>
/// Times in JSON, read as <see cref="Times"/> does. Without it a time that names no zone would be one of the server's own.
/// </summary>
public sealed class JsonTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Times.TryRead(reader.GetString(), out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
