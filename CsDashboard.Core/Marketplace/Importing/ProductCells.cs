using CsDashboard.Customers.Importing;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// A row of a file while its cells are taken over into a product and one of its variants. What can't be understood is noted, with the
/// column and the cell.
/// </summary>
internal sealed class ProductCells(ProductInput product, VariantInput variant, IReadOnlyDictionary<string, Guid> shelves)
{
    private const int MaxValue = 100;

    public ProductInput Product { get; } = product;
    public VariantInput Variant { get; } = variant;
    public ProductState? State { get; set; }

    /// <summary>What can be sold of the variant, as the file says.</summary>
    public int? Stock { get; set; }
    public List<ImportFault> Faults { get; } = [];

    private ProductField field = ProductField.Name;
    private string cell = "";

    public void Take(ProductField from, string text)
    {
        if (text.Length == 0 && !from.MayBeNone)
            return;
        (field, cell) = (from, text);
        from.Take(this, text.Length == 0 ? null : text);
    }

    public void Fault(string message) =>
        Faults.Add(new ImportFault(field.Key, cell.Length > MaxValue ? Lines.Cut(cell, MaxValue) + "…" : cell, message));

    public T Word<T>(string? text)
        where T : struct, Enum
    {
        if (Foundation.Word.TryRead<T>(text) is { } value)
            return value;
        Fault(Words.Of("Word_Unknown", string.Join(", ", Foundation.Word.All<T>())));
        return default;
    }

    public bool Flag(string? text)
    {
        switch (Folding.Letters(text ?? ""))
        {
            case "yes" or "y" or "true" or "1" or "on" or "نعم":
                return true;
            case "no" or "n" or "false" or "0" or "off" or "لا":
                return false;
            default:
                Fault(Words.Of("Word_Unknown", "yes, no"));
                return false;
        }
    }

    public decimal? Amount(string? text)
    {
        if (text is null)
            return null;
        switch (Numbers.Read(text, Comma.Unknown, out var number, out _))
        {
            case Reading.Whole:
                return number;
            case Reading.TwoWays:
                Fault(Numbers.TwoWays(text));
                break;
            case Reading.None:
                Fault(Words.Of("Number_Bad"));
                break;
        }
        return null;
    }

    public int? Whole(string? text)
    {
        if (Amount(text) is not { } number)
            return null;
        if (number is >= 0 and <= CsDashboard.Marketplace.Stock.StockItem.Most && decimal.Truncate(number) == number)
            return (int)number;
        Fault(Words.Of("Range_Beyond", 0, CsDashboard.Marketplace.Stock.StockItem.Most));
        return null;
    }

    /// <summary>By the name in its address, or by its name in either language.</summary>
    public void PutInto(string? text)
    {
        if (text is null)
            Product.CategoryId = null;
        else if (shelves.TryGetValue(text, out var shelf) || shelves.TryGetValue(Folding.Letters(text), out shelf))
            Product.CategoryId = shelf;
        else
            Fault(Words.Of("Category_Gone"));
    }

    public void Value(int place, string? text) => Variant.Values = With(Variant.Values, place, text ?? "");

    public void ValueAr(int place, string? text)
    {
        if (text is not null || place < Variant.ValuesAr.Count)
            Variant.ValuesAr = With(Variant.ValuesAr, place, text);
    }

    /// <summary>"pro 99, enterprise 79".</summary>
    public void TierPrices(string? text)
    {
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split([',', ';', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (part.Split(' ', 2) is [var tier, var amount] && Numbers.TryPlain(amount.Trim(), out var price))
                prices[tier.ToLowerInvariant()] = price;
            else
                Fault(Words.Of("ProductImport_TierPrices"));
        Variant.TierPrices = prices;
    }

    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> all, int place, T value)
    {
        var list = all.ToList();
        while (list.Count <= place)
            list.Add(default!);
        list[place] = value;
        return list;
    }
}
