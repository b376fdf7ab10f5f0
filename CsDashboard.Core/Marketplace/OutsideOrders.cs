using System.Globalization;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CsDashboard.Marketplace;

/// <summary>
/// The company's own order service, asked for the customer's userId. It answers as our own call does (GET
/// /api/customers/{id}/orders): {summary{totalOrders, totalOrderValue, averageOrderValue, lastOrderDate}, statusBreakdown,
/// recentOrders[{orderId, orderDate, orderStatus, totalAmount, currency, itemCount, deliveryAddress, items[{name}]}]}.
/// </summary>
public sealed class OutsideOrders(
    Store store,
    IOptions<Settings> settings,
    IHttpClientFactory clients,
    ILogger<OutsideOrders> log,
    ServicePatience patience
) : ICustomerOrders, IHoldCustomer
{
    private static readonly string[] Unfinished = ["Placed", "Processing", "Shipped", "Return Requested"];
    private readonly OutsideService service = new("order", settings.Value.Orders, clients, log, patience);

    public bool IsUsed => service.IsUsed;
    public bool IsDistant => true;

    public async Task<CustomerOrders> Of(Actor actor, Guid customerId, int limit = 10, int page = 1, string? word = null)
    {
        actor.DemandFor(customerId, MarketRights.See);
        ListPart.DemandPage(page, limit);
        var wanted = Orders.Read(word);
        var (name, figures) = await Customers.CustomerRecords.NameOutside(store, actor, customerId);
        var (answer, own) = (
            await service.Ask(name, [("limit", Plain(limit)), ("page", Plain(page)), ("status", wanted)], Read),
            await Currency(actor)
        );
        if (answer is not null)
            return await Converted(actor, answer, own);
        return new(
            new OrderSummary(
                figures.TotalOrders,
                figures.TotalOrderValue,
                Spending.Mean(new(figures.TotalOrderValue, own), figures.TotalOrders).Amount,
                figures.LastOrderAt,
                new Dictionary<string, int>(),
                []
            )
            {
                Currency = own,
            },
            [],
            IsDegraded: true
        );
    }

    private async Task<Currency> Currency(Actor actor)
    {
        await using var db = store.Open(actor);
        return await Accounts.Tenants.CurrencyOf(db);
    }

    // Its sums are in the company's currency; orders in others are shown with their value in it.
    private async Task<CustomerOrders> Converted(Actor actor, CustomerOrders answer, Currency own)
    {
        await using var db = store.Open(actor);
        var rates = await Currencies.Book(db, [.. answer.Newest.Select(o => o.Currency)]);
        string In(OrderView order) => order.Currency.Length > 0 ? order.Currency : own.Code;
        return answer with
        {
            Summary = answer.Summary with { Currency = own },
            Newest = [.. answer.Newest.Select(o => o with { Currency = In(o), Worth = rates.Convert(o.Total, In(o), o.PlacedAt) })],
        };
    }

    public Task<string?> Why(AppDb db, Guid customerId) => Task.FromResult<string?>(null);

    public async Task<string?> WhyOutside(Actor actor, Guid customerId)
    {
        if (!IsUsed)
            return null;
        var (name, _) = await Customers.CustomerRecords.NameOutside(store, actor, customerId);
        var answer = await service.Ask(name, [("limit", "1")], Read) ?? throw Refusal.Unavailable(Words.Of("Orders_Gone"));
        var open = Unfinished.Sum(word => answer.Summary.ByWord.GetValueOrDefault(word));
        return open == 0 ? null : Words.Of("Customer_OpenOrders", open);
    }

    private static CustomerOrders Read(JsonElement data)
    {
        var summary = data.GetProperty("summary");
        var words = data.TryGetProperty("statusBreakdown", out var by)
            ? by.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetInt32())
            : [];
        return new(
            new OrderSummary(
                summary.GetProperty("totalOrders").GetInt32(),
                OutsideService.Amount(summary, "totalOrderValue"),
                OutsideService.Amount(summary, "averageOrderValue"),
                OutsideService.Time(summary, "lastOrderDate"),
                words,
                []
            ),
            [.. data.GetProperty("recentOrders").EnumerateArray().Take(100).Select(Order)]
        );
    }

    private static OrderView Order(JsonElement order)
    {
        var address = order.TryGetProperty("deliveryAddress", out var to) && to.ValueKind == JsonValueKind.Object ? to : default;
        var lines =
            order.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? items
                    .EnumerateArray()
                    .Take(OrderInput.MaxLines)
                    .Select(i => new OrderLineView(OutsideService.Text(i, "name") ?? "", null, null, 1, 0))
                    .ToList()
                : [];
        var (status, isReturnOpen) = new OrderInput { Status = OutsideService.Text(order, "orderStatus") }.Standing;
        var placed = OutsideService.Time(order, "orderDate") ?? throw new JsonException("An order has no orderDate.");
        return new OrderView
        {
            Id = Guid.Empty,
            Number = OutsideService.Text(order, "orderId") ?? throw new JsonException("An order has no orderId."),
            Status = status,
            IsReturnOpen = isReturnOpen,
            Currency = OutsideService.Text(order, "currency")?.Trim().ToUpperInvariant() ?? "",
            Shipping = 0,
            Tax = 0,
            Total = OutsideService.Amount(order, "totalAmount"),
            City = OutsideService.Text(address, "city"),
            State = OutsideService.Text(address, "state"),
            Country = OutsideService.Text(address, "country"),
            PlacedAt = placed,
            UpdatedAt = placed,
            Lines = lines,
            Items =
                order.TryGetProperty("itemCount", out var count) && count.ValueKind == JsonValueKind.Number
                    ? count.GetInt32()
                    : lines.Count,
        };
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
