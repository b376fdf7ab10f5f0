using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CsDashboard.Foundation.Storage;

public static class MoneyColumns
{
    private static readonly ValueConverter<decimal, long> Amount = new(
        amount => (long)decimal.Round(amount * 10_000m),
        stored => stored / 10_000m
    );
    private static readonly ValueConverter<decimal, long> Rate = new(
        rate => (long)decimal.Round(rate * 10_000_000_000m),
        stored => stored / 10_000_000_000m
    );

    /// <summary>An amount kept as whole ten-thousandths, so that both databases sort, compare and add it right.</summary>
    public static PropertyBuilder<decimal> IsMoney(this PropertyBuilder<decimal> property) => property.HasConversion(Amount);

    /// <inheritdoc cref="IsMoney(PropertyBuilder{decimal})"/>
    public static PropertyBuilder<decimal?> IsMoney(this PropertyBuilder<decimal?> property) => property.HasConversion(Amount);

    /// <summary>What one unit of a currency is worth in another, kept with ten decimals: a rupiah is about 0.00002 dinars.</summary>
    public static PropertyBuilder<decimal> IsRate(this PropertyBuilder<decimal> property) => property.HasConversion(Rate);

    /// <inheritdoc cref="IsRate(PropertyBuilder{decimal})"/>
    public static PropertyBuilder<decimal?> IsRate(this PropertyBuilder<decimal?> property) => property.HasConversion(Rate);
}
