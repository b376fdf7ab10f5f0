using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Something a customer bought, as the shop told it. Known by its number, which is the shop's and unique in the company.</summary>
public sealed class Order : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }
    public required string Number { get; init; }
    public OrderStatus Status { get; private set; }
    /// <summary>A return was asked for and is not over.</summary>
    public bool IsReturnOpen { get; private set; }
    /// <summary>ISO 4217, of all amounts that the shop tells; another than the company's is converted (<see cref="Value"/>).</summary>
    public string Currency { get; private set; } = "";
    public decimal Shipping { get; private set; }
    public decimal Tax { get; private set; }
    /// <summary>What was to be paid, as the shop says it, else lines, shipping and tax together.</summary>
    public decimal Total { get; private set; }
    /// <summary>What was to be paid, in the company's currency: all that is ever added up. Null while no rate is there: then the order is told apart, and earns nothing.</summary>
    public decimal? Value { get; private set; }
    /// <summary>By which <see cref="Value"/> was reckoned; 1 for the company's own currency.</summary>
    public decimal? Rate { get; private set; }
    /// <summary>The currency in which it was reckoned last. Another than the company's: the company has changed its own since, and no rate for that is there.</summary>
    public string? CountsIn { get; private set; }
    public string? City { get; private set; }
    public string? State { get; private set; }
    public string? Country { get; private set; }
    public DateTimeOffset PlacedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public List<OrderLine> Lines { get; private init; } = [];

    /// <summary>Neither delivered nor over: it keeps its customer from being deleted.</summary>
    public bool IsOpen => IsReturnOpen || Status is OrderStatus.Pending or OrderStatus.Confirmed or OrderStatus.Processing or OrderStatus.Shipped;

    /// <summary>What was paid for the goods alone, discounts taken off: never tax or shipping, and no more than the lines say where there are any.</summary>
    public decimal Goods => Math.Max(0, Lines.Count == 0 ? Total - Shipping - Tax : Math.Min(Lines.Sum(l => l.Quantity * l.UnitPrice), Total - Shipping - Tax));

    internal OrderFacts Facts => new(Status, IsReturnOpen, Currency, Total, Lines.Sum(l => l.Quantity), PlacedAt)
    {
        Value = Value, CountsIn = CountsIn, Goods = CountsIn is null ? null : Converted(Goods, CountsIn), IsApart = CountsIn is null,
    };

    /// <summary>Takes over what the shop says now, all of it, and reckons it by the rates. False when nothing is different.</summary>
    public bool Take(OrderInput input, OrderStatus status, bool returnOpen, DateTimeOffset now, RateBook rates)
    {
        var before = (Facts, Shipping, Tax, City, State, Country);
        (Status, IsReturnOpen, Currency) = (status, returnOpen, input.Currency?.ToUpperInvariant() ?? (Currency.Length > 0 ? Currency : rates.Own.Code));
        (Shipping, Tax) = (Rounded(input.Shipping), Rounded(input.Tax));
        var other = input.Lines is { } given && TakeLines([.. given.Select((line, i) => new OrderLine
        {
            OrderId = Id, Place = i, Name = line.Name!.Trim(), Category = Blank(line.Category), Sku = Blank(line.Sku), Quantity = line.Quantity ?? 1, UnitPrice = Rounded(line.UnitPrice),
        })]);
        Total = input.Total is { } total ? Rounded(total) : Lines.Sum(l => l.Quantity * l.UnitPrice) + Shipping + Tax;
        (City, State, Country) = (Blank(input.City), Blank(input.State), Blank(input.Country));
        PlacedAt = input.PlacedAt?.ToUniversalTime() ?? (PlacedAt == default ? now : PlacedAt);
        Reckon(rates);
        if (!other && before == (Facts, Shipping, Tax, City, State, Country)) return false;
        UpdatedAt = now;
        return true;
    }

    /// <summary>
    /// Sets what it is worth in the company's currency by the rate of its day. Without a rate it is worth nothing yet; what it counted for in the currency
    /// that the company had before stays with it.
    /// </summary>
    internal void Reckon(RateBook rates)
    {
        if (rates.RateOf(Currency, PlacedAt) is { } rate) (Rate, CountsIn, Value) = (rate, rates.Own.Code, Convert(Total, rate, rates.Own));
        else (Rate, CountsIn, Value) = CountsIn == rates.Own.Code ? (null, null, null) : (Rate, CountsIn, (decimal?)null);
    }

    private decimal Converted(decimal amount, string into) => Convert(amount, Rate ?? 1, Foundation.Currency.Of(into));

    // The company's own stay to the last digit as the shop told them.
    private decimal Convert(decimal amount, decimal rate, Currency into) => Currency == into.Code ? amount : new Money(amount, Foundation.Currency.Of(Currency)).In(into, rate).Amount;

    private bool TakeLines(IReadOnlyList<OrderLine> lines)
    {
        if (Lines.Select(l => l.Words).SequenceEqual(lines.Select(l => l.Words))) return false;
        Lines.Clear();
        Lines.AddRange(lines);
        return true;
    }

    private static decimal Rounded(decimal? amount) => decimal.Round(amount ?? 0, 4);
    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
