namespace CsDashboard.Marketplace.Returns;

/// <summary>
/// How much can go back for a return: what was paid for the units (after discounts, with their tax), and what sending cost where the
/// company is to blame; never more than the order has left. Units of one line over several returns add up to the line exactly, since each
/// return takes what the units until it come to, less what those before it did.
/// </summary>
internal sealed record RefundCeiling(decimal Amount, decimal Shipping, IReadOnlyDictionary<Guid, decimal> ByLine)
{
    public static RefundCeiling Of(Order order, Return asked, IReadOnlyList<Return> others)
    {
        var digits = Currency.Of(order.Currency).Decimals;
        var before = others.Where(r => r.Status == ReturnStatus.Refunded).SelectMany(r => r.Lines).ToList();
        var parts = new Dictionary<Guid, decimal>();
        foreach (var line in order.Lines)
        {
            var units = asked.Lines.Where(l => l.OrderLineId == line.Id).Sum(l => l.Received ?? l.Quantity);
            var gone = before.Where(l => l.OrderLineId == line.Id).Sum(l => l.Received ?? 0);
            decimal Of(int count) =>
                decimal.Round(order.PaidFor(line) * Math.Min(count, line.Quantity) / line.Quantity, digits, Money.Rule);
            if (units > 0 && line.Quantity > 0)
                parts[line.Id] = Math.Clamp(Of(gone + units) - Of(gone), 0, Math.Max(0, order.PaidFor(line) - (line.Refunded ?? 0)));
        }
        var shipping =
            asked.Reason.IsOurs() || asked.Lines.Exists(l => l.Reason.IsOurs() && l.Received != 0)
                ? Math.Max(0, order.Shipping - others.Sum(r => r.ShippingShare))
                : 0;
        var amount = Math.Min(
            parts.Values.Sum() + decimal.Round(shipping, digits, Money.Rule),
            decimal.Round(order.Refundable, digits, MidpointRounding.ToZero)
        );
        return new(amount, shipping, parts);
    }

    /// <summary>An amount over the lines, one filled after the other; what is beyond the goods is sending.</summary>
    public (IReadOnlyDictionary<Guid, decimal> ByLine, decimal Shipping) Split(decimal amount)
    {
        var goods = Math.Min(amount, ByLine.Values.Sum());
        var (left, split) = (goods, new Dictionary<Guid, decimal>());
        foreach (var (line, most) in ByLine)
        {
            split[line] = Math.Min(most, left);
            left -= split[line];
        }
        return (split, amount - goods);
    }
}
