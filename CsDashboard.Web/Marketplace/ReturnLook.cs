using System.Globalization;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Returns;

namespace CsDashboard.Web.Marketplace;

/// <summary>How returns are shown.</summary>
internal static class ReturnLook
{
    public static string Tone(ReturnStatus status) =>
        status switch
        {
            ReturnStatus.Requested => "warning",
            ReturnStatus.Approved or ReturnStatus.InTransit or ReturnStatus.Received => "info",
            ReturnStatus.Refunded => "success",
            ReturnStatus.Rejected => "danger",
        };

    public static string Of(ReturnStatus status) => ReturnTexts.Get("Status." + status);

    public static string Of(ReturnReason reason) => ReturnTexts.Get("Reason." + reason);

    /// <summary>The return as a ticket carries it, when its customer asks about it.</summary>
    public static NewSubjectCard Card(ReturnView view, DateTimeOffset shownAt)
    {
        var (back, goods) = (
            view.Return,
            string.Join(", ", view.Return.Lines.Select(l => l.Quantity == 1 ? l.Name : $"{l.Quantity} × {l.Name}"))
        );
        var amount = new Money(back.RefundAmount ?? view.Ceiling, Currency.Of(view.Order.Currency)).ToString();
        return new(
            "return",
            back.Number,
            "/portal/returns/" + back.Number,
            shownAt,
            [
                Fact("Card.Status", English("Status." + back.Status), Arabic("Status." + back.Status)),
                Fact("Card.Order", view.Order.Number, view.Order.Number, FactForm.Figure),
                Fact("Card.Goods", goods, goods),
                Fact("Card.Reason", English("Reason." + back.Reason), Arabic("Reason." + back.Reason)),
                Fact("Card.Refund", amount, amount, FactForm.Figure),
            ]
        );
    }

    private static CardFact Fact(string label, string value, string valueAr, FactForm form = FactForm.Text) =>
        new(English(label), Arabic(label), value, valueAr, form);

    private static string English(string key) => ReturnTexts.In(new CultureInfo("en"), key);

    private static string Arabic(string key) => ReturnTexts.In(new CultureInfo("ar"), key);
}
