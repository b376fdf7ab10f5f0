using System.Globalization;

namespace CsDashboard.Foundation;

/// <summary>
/// An amount with its currency. Amounts of two currencies are never added or compared; one is converted first, by a rate.
/// </summary>
public readonly record struct Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    /// <summary>The largest amount that is accepted, so that sums fit the column.</summary>
    public const decimal Most = 1_000_000_000_000m;

    /// <summary>The one rule for rounding amounts, as people do it: half a coin goes away from zero.</summary>
    public const MidpointRounding Rule = MidpointRounding.AwayFromZero;

    public static Money None(Currency currency) => new(0, currency);

    /// <summary>Rounded to whole coins of the currency. Done once, where an amount becomes final, not on the way there.</summary>
    public Money Rounded() => this with { Amount = decimal.Round(Amount, Currency.Decimals, Rule) };

    /// <summary>
    /// The same in another currency, by the rate of one unit of this one; in whole coins, and never above <see cref="Most"/>.
    /// </summary>
    public Money In(Currency other, decimal rate) => new Money(Math.Min(Amount * rate, Most), other).Rounded();

    public static Money operator +(Money a, Money b) => a with { Amount = a.Amount + a.Same(b) };

    public static Money operator -(Money a, Money b) => a with { Amount = a.Amount - a.Same(b) };

    public static Money operator *(Money a, decimal times) => a with { Amount = a.Amount * times };

    public static bool operator <(Money a, Money b) => a.CompareTo(b) < 0;

    public static bool operator >(Money a, Money b) => a.CompareTo(b) > 0;

    public static bool operator <=(Money a, Money b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Money a, Money b) => a.CompareTo(b) >= 0;

    public int CompareTo(Money other) => Amount.CompareTo(Same(other));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.####} {Currency}");

    // A bug of ours, not somebody's mistake: amounts are converted before they reach a sum.
    private decimal Same(Money other) =>
        other.Currency == Currency
            ? other.Amount
            : throw new InvalidOperationException($"{other} can't be reckoned with {this}: their currencies differ.");
}
