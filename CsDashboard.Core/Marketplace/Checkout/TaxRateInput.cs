namespace CsDashboard.Marketplace.Checkout;

/// <summary>The tax of a place, as admins write it.</summary>
public sealed class TaxRateInput
{
    /// <summary>None for everywhere.</summary>
    [Country]
    public string? Country { get; set; }

    [Line(100, Optional = true)]
    public string? State { get; set; }
    public decimal? Percent { get; set; }

    public static TaxRateInput Of(TaxRate rate) =>
        new()
        {
            Country = rate.Country,
            State = rate.State,
            Percent = rate.Rate * 100,
        };

    internal void CheckAll()
    {
        this.Checked();
        if (Percent is not (>= 0 and <= 100) || decimal.Round(Percent.Value, 4) != Percent)
            throw Refusal.Invalid("percent", Words.Of("Shop_Percent"));
        if (!string.IsNullOrWhiteSpace(State) && string.IsNullOrWhiteSpace(Country))
            throw Refusal.Invalid("country", Words.Of("Shop_StateAlone"));
    }
}
