using CsDashboard.Foundation;
using CsDashboard.Marketplace;

namespace CsDashboard.Web.Marketplace;

/// <summary>What can't be added up yet, since there is no rate for its currency.</summary>
public sealed record ApartAnswer(string Currency, decimal Amount)
{
    internal static IReadOnlyList<ApartAnswer> Of(IReadOnlyList<Money> sums) =>
        [.. sums.Select(m => new ApartAnswer(m.Currency.Code, m.Amount))];
}
