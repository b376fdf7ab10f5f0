using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Engagement;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>The offer by its id or code, as text or number. The path names the customer; one in the body is ignored.</summary>
public sealed class ApplyBody
{
    [JsonConverter(typeof(TextOrNumber))]
    public string? OfferId { get; set; }

    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
                _ => throw new JsonException(),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
