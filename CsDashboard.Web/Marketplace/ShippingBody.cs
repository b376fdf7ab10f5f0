using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>Both forms of the question; the weight and where it comes from do not change the price.</summary>
[SnakeCase]
public sealed class ShippingBody
{
    public string? ShippingMethod { get; set; }
    public decimal? Subtotal { get; set; }
    public AddressBody? ShippingAddress { get; set; }
    public string? OriginZip { get; set; }
    public string? DestinationZip { get; set; }
    public decimal? Weight { get; set; }
}
