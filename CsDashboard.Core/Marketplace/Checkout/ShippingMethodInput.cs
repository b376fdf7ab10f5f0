namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way to send goods, as admins write it.</summary>
public sealed class ShippingMethodInput
{
    private const StringSplitOptions Split = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>None for one that is made of the English name.</summary>
    [Text(ShippingMethod.MaxWord, Optional = true)]
    public string? Word { get; set; }

    [Line(100)]
    public string? NameEn { get; set; }

    [Line(100, Optional = true)]
    public string? NameAr { get; set; }

    [Customers.Amount]
    public decimal? Price { get; set; }

    [Customers.Amount]
    public decimal? FreeFrom { get; set; }

    public int Days { get; set; } = 5;

    /// <summary>Names, or two letters each, separated by commas; letters by blanks, too. None for everywhere.</summary>
    [Text(800, Optional = true)]
    public string? Countries { get; set; }
    public bool IsOff { get; set; }

    /// <summary>The lower, the earlier it is offered; none for where it stands, or the end.</summary>
    public int? Place { get; set; }

    internal void CheckAll()
    {
        this.Checked();
        if (Word?.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c == '_') == false)
            throw Refusal.Invalid("word", Words.Of("Shop_Word"));
        if (Price is null)
            throw Refusal.Invalid("price", Words.Of("Text_Required"));
        if (Days is < 0 or > 365)
            throw Refusal.Invalid("days", Words.Of("Range_Beyond", 0, 365));
        if (Place is < 0 or > 1000)
            throw Refusal.Invalid("place", Words.Of("Range_Beyond", 0, 1000));
        Codes();
    }

    /// <summary>Its own, or one that none of these has.</summary>
    internal string WordAmong(IReadOnlyCollection<ShippingMethod> known)
    {
        if (!string.IsNullOrWhiteSpace(Word))
            return Word.Trim().ToLowerInvariant();
        var name = Slugs.Hyphened(NameEn ?? "").Replace('-', '_');
        var (word, number) = (Lines.Cut(name.Length > 0 ? name : "way", ShippingMethod.MaxWord - 4), 1);
        var free = word;
        while (known.Any(m => m.Word == free))
            free = $"{word}_{++number}";
        return free;
    }

    // A name that no country has is refused, so that nobody is kept out by a slip.
    private string Codes() =>
        string.Join(
            ' ',
            (Countries ?? "")
                .Split([',', '،', ';', '\n'], Split)
                .SelectMany(part => Foundation.Countries.Of(part) is null ? part.Split(' ', Split) : [part])
                .Select(word => Foundation.Countries.Of(word)?.Code ?? throw Refusal.Invalid("countries", Words.Of("Shop_Country", word)))
                .Distinct()
        );

    internal void Into(ShippingMethod way)
    {
        (way.NameEn, way.NameAr) = (NameEn!.Trim(), string.IsNullOrWhiteSpace(NameAr) ? null : NameAr.Trim());
        (way.Price, way.FreeFrom, way.Days, way.Countries, way.IsOff) = (Price!.Value, FreeFrom, Days, Codes(), IsOff);
        way.Place = Place ?? way.Place;
    }

    public static ShippingMethodInput Of(ShippingMethod way) =>
        new()
        {
            Word = way.Word,
            NameEn = way.NameEn,
            NameAr = way.NameAr,
            Price = way.Price,
            FreeFrom = way.FreeFrom,
            Days = way.Days,
            Countries = way.Countries,
            IsOff = way.IsOff,
            Place = way.Place,
        };

    internal (string?, string?, decimal?, decimal?, int, string?, bool, int?) Said =>
        (NameEn, NameAr, Price, FreeFrom, Days, Countries, IsOff, Place);
}
