namespace CsDashboard.Marketplace.Checkout;

/// <summary>How a company sells, as its admins set it.</summary>
public sealed class ShopTermsInput
{
    public bool IsTaxIncluded { get; set; }

    public int CardMinutes { get; set; } = 30;

    public int OfflineHours { get; set; } = 72;
    public bool TakesOffline { get; set; } = true;
    public bool TakesTest { get; set; }

    [Text(1000, Optional = true)]
    public string? HowToPayEn { get; set; }

    [Text(1000, Optional = true)]
    public string? HowToPayAr { get; set; }

    public static ShopTermsInput Of(ShopTerms terms) =>
        new()
        {
            IsTaxIncluded = terms.IsTaxIncluded,
            CardMinutes = terms.CardMinutes,
            OfflineHours = terms.OfflineHours,
            TakesOffline = terms.TakesOffline,
            TakesTest = terms.TakesTest,
            HowToPayEn = terms.HowToPayEn,
            HowToPayAr = terms.HowToPayAr,
        };

    internal void CheckAll()
    {
        this.Checked();
        if (CardMinutes is < 5 or > 1440)
            throw Refusal.Invalid("cardMinutes", Words.Of("Range_Beyond", 5, 1440));
        if (OfflineHours is < 1 or > 720)
            throw Refusal.Invalid("offlineHours", Words.Of("Range_Beyond", 1, 720));
    }

    internal void Into(ShopTerms terms)
    {
        (terms.IsTaxIncluded, terms.CardMinutes, terms.OfflineHours) = (IsTaxIncluded, CardMinutes, OfflineHours);
        (terms.TakesOffline, terms.TakesTest) = (TakesOffline, TakesTest);
        (terms.HowToPayEn, terms.HowToPayAr) = (Blank(HowToPayEn), Blank(HowToPayAr));
    }

    internal (bool, int, int, bool, bool, string?, string?) Said =>
        (IsTaxIncluded, CardMinutes, OfflineHours, TakesOffline, TakesTest, HowToPayEn, HowToPayAr);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
