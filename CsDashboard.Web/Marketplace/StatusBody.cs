using CsDashboard.Marketplace;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class StatusBody
{
    public string? Status { get; set; }
    public string? Carrier { get; set; }
    public string? TrackingNumber { get; set; }
    public string? TrackingUrl { get; set; }

    internal TrackingInput? Tracking =>
        (Carrier ?? TrackingNumber ?? TrackingUrl) is null
            ? null
            : new()
            {
                Carrier = Carrier,
                Number = TrackingNumber,
                Url = TrackingUrl,
            };
}
