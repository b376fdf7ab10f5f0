using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed record RateFacts(string Currency, string Into, decimal Rate, DateOnly From)
{
    internal string Since => From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
