using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>
/// Something a customer bought: told by a shop, or placed here (<see cref="IsOwn"/>). Identified by its number, which is unique in the
/// company.
/// </summary>
public sealed partial class Order : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public required string Number { get; init; }
    public OrderStatus Status { get; private set; }

    /// <summary>A return was requested and is not finished.</summary>
    public bool IsReturnOpen { get; private set; }

    /// <summary>
    /// ISO 4217, for all amounts from the shop; amounts in another currency than the company's are converted (<see cref="Value"/>).
    /// </summary>
    public string Currency { get; private set; } = "";
    public decimal Shipping { get; private set; }
    public decimal Tax { get; private set; }

    /// <summary>The amount due according to the shop, or else lines, shipping and tax together.</summary>
    public decimal Total { get; private set; }

    /// <summary>
    /// The amount due in the company's currency, the only amount that is ever summed. Null while there is no rate: then the order is listed
    /// apart and earns nothing.
    /// </summary>
    public decimal? Value { get; private set; }

    /// <summary>By which <see cref="Value"/> was reckoned; 1 for the company's own currency.</summary>
    public decimal? Rate { get; private set; }

    /// <summary>
    /// The currency of the last valuation. If it isn't the company's, the company changed its own since and has no rate for it yet.
    /// </summary>
    public string? CountsIn { get; private set; }
    public string? City { get; private set; }
    public string? State { get; private set; }
    public string? Country { get; private set; }
    public DateTimeOffset PlacedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public List<OrderLine> Lines { get; internal init; } = [];

    /// <summary>Neither delivered nor finished: it keeps its customer from being deleted.</summary>
    public bool IsOpen =>
        IsReturnOpen || Status is OrderStatus.Pending or OrderStatus.Confirmed or OrderStatus.Processing or OrderStatus.Shipped;

    /// <summary>
    /// What was paid for the goods alone, after discounts and refunds: without tax and shipping, and no more than the lines add up to, if
    /// there are any.
    /// </summary>
    public decimal Goods =>
        Kept(
            Math.Max(
                0,
                Lines.Count == 0 ? Total - Shipping - Tax : Math.Min(Lines.Sum(l => l.Quantity * l.UnitPrice), Total - Shipping - Tax)
            )
        );

    internal OrderFacts Facts =>
        new(Status, IsReturnOpen, Currency, Total, Lines.Sum(l => l.Quantity), PlacedAt)
        {
            Value = Value,
            CountsIn = CountsIn,
            Goods = CountsIn is null ? null : Converted(Goods, CountsIn),
            IsApart = CountsIn is null,
            IsOwn = IsOwn,
            Payment = Payment,
            Refunded = Refunded,
            IsUnsettled = IsOwn && !(IsPaid && DeliveredAt is not null),
        };

    /// <summary>Takes over everything the shop says now, and values it by the rates. False when nothing changed.</summary>
    public bool Take(OrderInput input, OrderStatus status, bool returnOpen, DateTimeOffset now, RateBook rates)
    {
        var before = (Facts, Shipping, Tax, City, State, Country, DeliveredAt);
        Reach(status, input.DeliveredAt?.ToUniversalTime() ?? now);
        (IsReturnOpen, Currency) = (returnOpen, input.Currency?.ToUpperInvariant() ?? (Currency.Length > 0 ? Currency : rates.Own.Code));
        (Shipping, Tax) = (Rounded(input.Shipping), Rounded(input.Tax));
        var other =
            input.Lines is { } given
            && TakeLines([
                .. given.Select(
                    (line, i) =>
                        new OrderLine
                        {
                            OrderId = Id,
                            Place = i,
                            Name = line.Name!.Trim(),
                            Category = Blank(line.Category),
                            Sku = Blank(line.Sku),
                            Quantity = line.Quantity ?? 1,
                            UnitPrice = Rounded(line.UnitPrice),
                        }
                ),
            ]);
        Total = input.Total is { } total ? Rounded(total) : Lines.Sum(l => l.Quantity * l.UnitPrice) + Shipping + Tax;
        (City, State, Country) = (Blank(input.City), Blank(input.State), Blank(input.Country));
        PlacedAt = input.PlacedAt?.ToUniversalTime() ?? (PlacedAt == default ? now : PlacedAt);
        Reckon(rates);
        if (!other && before == (Facts, Shipping, Tax, City, State, Country, DeliveredAt))
            return false;
        UpdatedAt = now;
        return true;
    }

    /// <summary>
    /// Sets its value in the company's currency by the rate of its day. Without a rate it has no value yet, but keeps what it counted for
    /// in the company's previous currency.
    /// </summary>
    internal void Reckon(RateBook rates)
    {
        if (rates.RateOf(Currency, PlacedAt) is { } rate)
            (Rate, CountsIn, Value) = (rate, rates.Own.Code, Convert(Total, rate, rates.Own));
        else
            (Rate, CountsIn, Value) = CountsIn == rates.Own.Code ? (null, null, null) : (Rate, CountsIn, (decimal?)null);
    }

    private decimal Converted(decimal amount, string into) => Convert(amount, Rate ?? 1, Foundation.Currency.Of(into));

    // Amounts in the company's own currency stay to the last digit as the shop sent them.
    private decimal Convert(decimal amount, decimal rate, Currency into) =>
        Currency == into.Code ? amount : new Money(amount, Foundation.Currency.Of(Currency)).In(into, rate).Amount;

    private bool TakeLines(IReadOnlyList<OrderLine> lines)
    {
        if (Lines.Select(l => l.Words).SequenceEqual(lines.Select(l => l.Words)))
            return false;
        Lines.Clear();
        Lines.AddRange(lines);
        return true;
    }

    private static decimal Rounded(decimal? amount) => decimal.Round(amount ?? 0, 4);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
