using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace;

/// <summary>What was paid for it and what went back.</summary>
public sealed partial class Order
{
    /// <summary>Null for an order that a shop told.</summary>
    public PaymentStatus? Payment { get; private set; }
    public decimal Paid { get; private set; }
    public decimal Refunded { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>All of it was paid, whatever went back since.</summary>
    public bool IsPaid => PaidAt is not null;

    /// <summary>The most that can go back. A shop that tells an order has been paid for it.</summary>
    public decimal Refundable => Math.Max(0, (IsOwn ? Paid : Total) - Refunded);

    /// <summary>What a line cost in the end: after its discount, with its tax.</summary>
    public decimal PaidFor(OrderLine line) =>
        (line.Amount ?? line.Quantity * line.UnitPrice) - (line.Discount ?? 0) + (IsTaxIncluded ? 0 : line.TaxShare ?? 0);

    /// <summary>The most of it that can still go back for a line.</summary>
    public decimal RefundableOf(OrderLine line) =>
        decimal.Round(
            Math.Min(Refundable, Math.Max(0, PaidFor(line) - (line.Refunded ?? 0))),
            Foundation.Currency.Of(Currency).Decimals,
            MidpointRounding.ToZero
        );

    /// <summary>
    /// An amount goes back, of the lines that it is for. Invalid <c>refund_exceeds</c> for more than was paid and did not go back yet; the
    /// rule is here, so that no door passes it.
    /// </summary>
    public void Refund(
        decimal amount,
        DateTimeOffset now,
        IReadOnlyDictionary<Guid, decimal>? byLine = null,
        string field = "refund_amount"
    )
    {
        var ceiling = new Money(Refundable, Foundation.Currency.Of(Currency));
        if (amount <= 0)
            throw Refusal.Invalid(field, Words.Of("Refund_Nothing"));
        if (amount != decimal.Round(amount, ceiling.Currency.Decimals))
            throw Refusal.Invalid(field, Words.Of("Refund_Coins", ceiling.Currency.Code));
        if (amount > ceiling.Amount)
            throw Refusal.Invalid(field, Words.Of("Refund_Exceeds", ceiling), "refund_exceeds");
        foreach (var line in Lines)
            if (byLine?.TryGetValue(line.Id, out var part) == true)
                line.Refunded = (line.Refunded ?? 0) + part;
        Refunded += amount;
        Settle(failed: false, now);
    }

    internal void Receive(decimal amount, DateTimeOffset now)
    {
        Paid += amount;
        Settle(failed: false, now);
    }

    /// <summary>What its payments say by now.</summary>
    internal void Settle(bool failed, DateTimeOffset now)
    {
        if (!IsOwn)
            return;
        if (Paid >= Total)
            PaidAt ??= now;
        Payment =
            Refunded > 0 ? (Refunded >= Paid ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded)
            : IsPaid ? PaymentStatus.Paid
            : failed ? PaymentStatus.Failed
            : PaymentStatus.Pending;
        UpdatedAt = now;
    }

    // A refund takes from goods, tax and sending alike, unless somebody says otherwise; nothing is kept of what was paid back whole.
    private decimal Kept(decimal goods) => Refunded == 0 || Total == 0 ? goods : Rounded(goods * Math.Max(0, 1 - Refunded / Total));
}
