using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Marketplace;

/// <summary>The company's currency, the rates into it with those that were removed, and the orders that wait for one.</summary>
public sealed record RatesAnswer(string Currency, IReadOnlyList<RateView> Rates, IReadOnlyList<AwaitedRate> Awaited, bool Converting);
