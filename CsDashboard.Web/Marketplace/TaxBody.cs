using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Both forms of the question; the first that is there counts.</summary>
[SnakeCase]
public sealed class TaxBody
{
    public decimal? Subtotal { get; set; }
    public decimal? Amount { get; set; }
    public AddressBody? BillingAddress { get; set; }
    public string? State { get; set; }
    public string? Country { get; set; }
}
