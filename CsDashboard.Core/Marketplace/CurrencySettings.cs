using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

public sealed record CurrencySettings(Currency Own, IReadOnlyList<RateView> Rates, IReadOnlyList<AwaitedRate> Awaited, bool IsReckoning);
