using CsDashboard.Foundation.Storage;
using CsDashboard.Search.Faceting;

namespace CsDashboard.Marketplace.Finding;

/// <summary>Products that come first for words, from a time until a time.</summary>
public sealed class ShopPin : ITenantOwned
{
    public const int MaxWords = 100;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Folded, as <see cref="KeyOf"/> gives them; once in the company.</summary>
    public required string Words { get; init; }
    public required string Said { get; set; }
    public DateTimeOffset? From { get; set; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? Until { get; set; }
    public string ProductText { get; private set; } = "";

    public IReadOnlyList<Guid> Products
    {
        get => [.. ProductText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N"))];
        set => ProductText = string.Join(' ', value.Select(id => id.ToString("N")));
    }

    public bool Holds(DateTimeOffset now) => !(From > now) && !(Until <= now);

    /// <summary>The words in one order, so that "red mug" and "mug red" are one.</summary>
    public static string KeyOf(string text) => string.Join(' ', FacetWords.Asked(text).Order(StringComparer.Ordinal));

    internal string Text => $"{Said}: {Products.Count}";
}
