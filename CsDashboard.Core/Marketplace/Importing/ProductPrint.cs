using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Importing;

/// <summary>A product as a text: the same for products that say the same, and read back into one.</summary>
internal static class ProductPrint
{
    private static readonly JsonSerializerOptions Plain = new() { Converters = { new Amounts() } };

    public static string Of(ProductBefore before) => JsonSerializer.Serialize(before, Plain);

    public static ProductBefore Read(string text) => JsonSerializer.Deserialize<ProductBefore>(text, Plain)!;

    /// <summary>With its prices, or without.</summary>
    public static string Of(ProductInput input, bool withPrices = true)
    {
        var variants = input.Variants.Select(v => new
        {
            v.Id,
            Sku = Blank(v.Sku),
            Values = string.Join('|', v.Values),
            ValuesAr = string.Join('|', v.ValuesAr).TrimEnd('|'),
            Price = withPrices ? v.Price : 0,
            ComparePrice = withPrices ? v.ComparePrice : null,
            v.IsActive,
            v.MinPerOrder,
            v.MaxPerOrder,
            v.WeightGrams,
            v.Stock,
            v.Threshold,
            v.Policy,
            Tiers = v.TierPrices.OrderBy(t => t.Key, StringComparer.Ordinal).ToList(),
        });
        return JsonSerializer.Serialize(
            new
            {
                Texts = new[]
                {
                    input.Name,
                    input.NameAr,
                    input.Summary,
                    input.SummaryAr,
                    input.Description,
                    input.DescriptionAr,
                    input.Features,
                    input.FeaturesAr,
                    input.Specifications,
                    input.SpecificationsAr,
                    input.Options,
                    input.OptionsAr,
                    input.Brand,
                    input.Tier,
                }.Select(Blank),
                input.Kind,
                input.CategoryId,
                Tags = string.Join(',', input.Tags.Order(StringComparer.Ordinal)),
                Flags = new[] { input.IsFeatured, input.IsDeal, input.IsTrending },
                input.AccessDays,
                variants,
            },
            Plain
        );
    }

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

    // 10 and 10.00 are the same amount.
    private sealed class Amounts : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(HashChain.Text(value));
    }
}
