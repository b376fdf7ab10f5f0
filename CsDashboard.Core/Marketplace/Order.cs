using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>rules.md 001; the words of 004 are a view of them (rule C20).</summary>
public enum OrderStatus { Pending, Confirmed, Processing, Shipped, Delivered, Cancelled, Returned }

/// <summary>What is money spent: cancelled and returned orders are not (rules.md 004).</summary>
public static class CountedOrders
{
    public static bool Counts(this OrderStatus status) => status is not (OrderStatus.Cancelled or OrderStatus.Returned);

    internal static IQueryable<Order> Counted(this IQueryable<Order> orders) => orders.Where(o => o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Returned);
}

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

public sealed class OrderLine
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid OrderId { get; init; }
    public int Place { get; init; }
    public required string Name { get; init; }
    public string? Sku { get; init; }
    public string? Category { get; init; }
    public int Quantity { get; init; }
    public decimal UnitPrice { get; init; }

    internal (string, string?, string?, int, decimal) Words => (Name, Sku, Category, Quantity, UnitPrice);
}

/// <summary>Status and total are as the shop told them, in its currency; what was written before there were rates has nothing else, and was all in the company's own.</summary>
public sealed record OrderFacts(OrderStatus Status, bool ReturnRequested, string Currency, decimal Total, int Items, DateTimeOffset PlacedAt)
{
    /// <summary>The total in the company's currency; null while no rate is there.</summary>
    public decimal? Value { get; init; }
    /// <summary>The goods after discounts, in <see cref="CountsIn"/>.</summary>
    public decimal? Goods { get; init; }
    public string? CountsIn { get; init; }
    /// <summary>No rate has been there for it.</summary>
    public bool IsApart { get; init; }

    /// <summary>It earns: neither cancelled nor returned (rules.md 004), and its worth is known.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Counts => Status.Counts() && !IsApart;

    /// <summary>What points are earned on.</summary>
    internal decimal Basis => Goods ?? Total;
}

/// <summary>An order as the shop tells it. Status in the words of 001 or 004: placed is pending, "return requested" a delivered one.</summary>
public sealed class OrderInput
{
    public const int MaxLines = 100;

    [Text(40)] public string? Number { get; set; }
    [OneOf("pending", "confirmed", "processing", "shipped", "delivered", "cancelled", "returned", "placed", "return requested", "return_requested")] public string? Status { get; set; }
    [Currency] public string? Currency { get; set; }
    public DateTimeOffset? PlacedAt { get; set; }
    public IReadOnlyList<OrderLineInput>? Lines { get; set; }
    [CsDashboard.Customers.Amount] public decimal? Shipping { get; set; }
    [CsDashboard.Customers.Amount] public decimal? Tax { get; set; }
    /// <summary>With discounts and whatever else the lines do not say; without it the lines, shipping and tax are added.</summary>
    [CsDashboard.Customers.Amount] public decimal? Total { get; set; }
    [Text(100, Optional = true)] public string? City { get; set; }
    [Text(100, Optional = true)] public string? State { get; set; }
    [Text(100, Optional = true)] public string? Country { get; set; }

    internal (OrderStatus Status, bool ReturnOpen) Standing => Status?.ToLowerInvariant().Replace('_', ' ') switch
    {
        null or "placed" or "pending" => (OrderStatus.Pending, false),
        "return requested" => (OrderStatus.Delivered, true),
        var word => (Word.Read(word, OrderStatus.Pending), false),
    };

    internal void CheckAll(DateTimeOffset now)
    {
        this.Checked();
        // A shop's clock may run ahead, and its day end before ours.
        PlacedAt?.NotAfter(now + Times.ClocksDiffer, "placedAt");
        if (PlacedAt < DateTimeOffset.UnixEpoch) throw Refusal.Invalid("placedAt", Words.Of("Order_Past"));
        if (Lines is null) return;
        if (Lines.Count > MaxLines) throw Refusal.Invalid("lines", Words.Of("Order_Lines", MaxLines));
        foreach (var line in Lines)
        {
            (line ?? throw Refusal.Invalid("lines", Words.Of("Order_Lines", MaxLines))).Checked();
            if (line.Quantity is < 1 or > 100_000) throw Refusal.Invalid("lines", Words.Of("Range_Beyond", 1, 100_000));
        }
        if (Lines.Sum(l => (l.Quantity ?? 1) * (l.UnitPrice ?? 0)) > Money.Most) throw Refusal.Invalid("lines", Words.Of("Amount_Bad", Money.Most));
    }
}

public sealed class OrderLineInput
{
    [Text(200)] public string? Name { get; set; }
    [Text(60, Optional = true)] public string? Sku { get; set; }
    [Text(60, Optional = true)] public string? Category { get; set; }
    public int? Quantity { get; set; }
    [CsDashboard.Customers.Amount] public decimal? UnitPrice { get; set; }
}
