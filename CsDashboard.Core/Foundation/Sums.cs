using System.Globalization;

namespace CsDashboard.Foundation;

public static class Sums
{
    /// <summary>All of them together; none of them makes nothing of that currency. Throws for another currency.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.None(currency), (sum, amount) => sum + amount);
}
