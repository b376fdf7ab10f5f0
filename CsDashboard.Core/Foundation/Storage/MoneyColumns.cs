using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Foundation.Storage;

public static class Money
{
    /// <summary>The largest amount that is taken, so that sums stay within the column.</summary>
    public const decimal Most = 1_000_000_000_000m;

    /// <summary>An amount kept as whole ten-thousandths, so that both databases sort, compare and add it right.</summary>
    public static PropertyBuilder<decimal> IsMoney(this PropertyBuilder<decimal> property) =>
        property.HasConversion(amount => (long)decimal.Round(amount * 10_000m), stored => stored / 10_000m);
}
