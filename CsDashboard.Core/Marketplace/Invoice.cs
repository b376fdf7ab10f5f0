using System.Globalization;
using CsDashboard.Marketplace.Checkout;
using CsDashboard.Marketplace.Payments;

namespace CsDashboard.Marketplace;

/// <summary>What an order is billed as: the order's own amounts, and who sold it then.</summary>
public sealed record Invoice
{
    public required OwnOrder Order { get; init; }
    public required string Company { get; init; }

    /// <summary>Null for a company that has written nothing about itself.</summary>
    public required Seller? Seller { get; init; }

    /// <summary>In which days are counted on it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>In a row within the company, without gaps: that of the order.</summary>
    public string Number => Order.SequenceNumber?.ToString(CultureInfo.InvariantCulture) ?? Order.Number;
    public string SoldBy => Seller?.Name ?? Company;
    public PostalAddress? BilledTo => Order.BillTo ?? Order.ShipTo;

    /// <summary>What was sent elsewhere than the bill.</summary>
    public PostalAddress? SentTo => Order.ShipTo is { } ship && ship != BilledTo ? ship : null;

    /// <summary>What is taxed by each rate, and the tax on it: together they are the total, to the coin.</summary>
    public IReadOnlyList<InvoiceTax> Taxes
    {
        get
        {
            var goods = Order.Subtotal - Order.Discount - (Order.IsTaxIncluded ? Order.Tax : 0);
            return Order.Shipping == 0 ? [new(Order.TaxRate, goods, Order.Tax)]
                : Order.TaxRate == 0 ? [new(0, goods + Order.Shipping, Order.Tax)]
                : [new(Order.TaxRate, goods, Order.Tax), new(0, Order.Shipping, 0)];
        }
    }

    public IReadOnlyList<PaymentView> Received => [.. Order.Payments.Where(p => p.Kind == PaymentKind.Captured)];
    public IReadOnlyList<PaymentView> Returned => [.. Order.Payments.Where(p => p.Kind == PaymentKind.Refunded)];
    public bool IsCancelled => Order.Status == OrderStatus.Cancelled;

    /// <summary>What is still to be paid.</summary>
    public decimal Due => IsCancelled ? 0 : Math.Max(0, Order.Total - Order.Paid);
}
