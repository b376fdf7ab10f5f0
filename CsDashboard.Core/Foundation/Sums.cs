using System.Globalization;

namespace CsDashboard.Foundation;

public static class Sums
{
    /// <summary>The sum of all; zero of that currency when there are none. Throws for another currency.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Money.None(currency), (sum, amount) => sum + amount);
}
