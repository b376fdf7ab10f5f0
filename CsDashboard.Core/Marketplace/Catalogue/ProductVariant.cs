using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>
/// What is really bought: a product in one size and colour, say. A product without options has a single one, the plain one.
/// </summary>
public sealed class ProductVariant : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid ProductId { get; init; }
    public int Place { get; set; }
    public string? Sku { get; set; }

    /// <summary>The values of the product's options, in their order.</summary>
    public string? Option1 { get; set; }
    public string? Option2 { get; set; }
    public string? Option3 { get; set; }

    /// <summary>The same in Arabic, where somebody has said.</summary>
    public string? Option1Ar { get; set; }
    public string? Option2Ar { get; set; }
    public string? Option3Ar { get; set; }

    /// <summary>The values as they are compared; unique in the product, empty for the plain one.</summary>
    public string OptionKey { get; private set; } = "";
    public decimal Price { get; set; }
    public decimal? ComparePrice { get; set; }
    public bool IsActive { get; set; } = true;
    public int MinPerOrder { get; set; } = 1;
    public int? MaxPerOrder { get; set; }
    public int? WeightGrams { get; set; }

    public IEnumerable<string> Values => new[] { Option1, Option2, Option3 }.OfType<string>();

    /// <summary>The values as a reader of the language knows them; what isn't there in Arabic is said in English.</summary>
    public IEnumerable<string> ValuesIn(string language) =>
        language == "ar" ? new[] { Option1Ar ?? Option1, Option2Ar ?? Option2, Option3Ar ?? Option3 }.OfType<string>() : Values;

    /// <summary>The values, "Large, Black"; empty for the plain one.</summary>
    public string Label(string language) => string.Join(language == "ar" ? "، " : ", ", ValuesIn(language));

    internal void Take(IReadOnlyList<string> values, IReadOnlyList<string?> arabic)
    {
        string? Arabic(int i) => i < values.Count && arabic.ElementAtOrDefault(i)?.Trim() is { Length: > 0 } value ? value : null;
        (Option1, Option2, Option3) = (values.ElementAtOrDefault(0), values.ElementAtOrDefault(1), values.ElementAtOrDefault(2));
        (Option1Ar, Option2Ar, Option3Ar) = (Arabic(0), Arabic(1), Arabic(2));
        OptionKey = KeyOf(values);
    }

    internal static string KeyOf(IEnumerable<string> values) => string.Join('|', values.Select(Folding.Fold));
}
