namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way to send goods, as admins write it.</summary>
public sealed class ShippingMethodInput
{
    [Text(ShippingMethod.MaxWord)]
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

    /// <summary>Two letters each, separated by blanks or commas; none for everywhere.</summary>
    [Text(800, Optional = true)]
    public string? Countries { get; set; }
    public bool IsOff { get; set; }

    internal void CheckAll()
    {
        this.Checked();
        if (!Word!.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            throw Refusal.Invalid("word", Words.Of("Shop_Word"));
        if (Price is null)
            throw Refusal.Invalid("price", Words.Of("Text_Required"));
        if (Days is < 0 or > 365)
            throw Refusal.Invalid("days", Words.Of("Range_Beyond", 0, 365));
        Codes();
    }

    // A name that no country has is refused, so that nobody is kept out by a slip.
    private string Codes() =>
        string.Join(
            ' ',
            (Countries ?? "")
                .Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => Foundation.Countries.Of(word)?.Code ?? throw Refusal.Invalid("countries", Words.Of("Shop_Country", word)))
                .Distinct()
        );

    internal void Into(ShippingMethod way)
    {
        (way.NameEn, way.NameAr) = (NameEn!.Trim(), string.IsNullOrWhiteSpace(NameAr) ? null : NameAr.Trim());
        (way.Price, way.FreeFrom, way.Days, way.Countries, way.IsOff) = (Price!.Value, FreeFrom, Days, Codes(), IsOff);
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
        };

    internal (string?, string?, decimal?, decimal?, int, string?, bool) Said => (NameEn, NameAr, Price, FreeFrom, Days, Countries, IsOff);
}
