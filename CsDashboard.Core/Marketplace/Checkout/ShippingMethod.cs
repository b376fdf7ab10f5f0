using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Checkout;

/// <summary>A way in which a company sends goods. Known by its word, which is unique in the company and does not change.</summary>
public sealed class ShippingMethod : ITenantOwned
{
    public const int MaxWord = 30;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Word { get; init; }
    public required string NameEn { get; set; }
    public string? NameAr { get; set; }

    /// <summary>In the company's currency.</summary>
    public decimal Price { get; set; }

    /// <summary>From this subtotal on it costs nothing; null for never.</summary>
    public decimal? FreeFrom { get; set; }
    public int Days { get; set; }

    /// <summary>Where it goes: two letters each, separated by spaces; none for everywhere.</summary>
    public string Countries { get; set; } = "";
    public int Place { get; set; }
    public bool IsOff { get; set; }

    public string NameIn(string language) => language == "ar" ? NameAr ?? NameEn : NameEn;

    public decimal CostOf(decimal subtotal) => subtotal >= FreeFrom ? 0 : Price;

    public bool GoesTo(string? country) => Countries.Length == 0 || (country is not null && Countries.Split(' ').Contains(country));
}
