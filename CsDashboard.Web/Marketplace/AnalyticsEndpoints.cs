using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Marketplace;

/// <summary>
/// What a customer bought in figures (contract: membership, Analytics): customers their own, staff and the service key anybody's of the
/// company.
/// </summary>
internal static class AnalyticsEndpoints
{
    private const string NoCategory = "other";

    public static void MapCustomerAnalytics(this Api api)
    {
        var members = api.Members("analytics");
        members
            .MapGet("/{customerId}", Totals)
            .WithName("getCustomerTotals")
            .WithSummary("What a customer bought altogether; cancelled and returned orders are not counted")
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/purchase-history", History)
            .WithName("getPurchaseHistory")
            .WithSummary("The newest orders with their status; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/spending-trends", Trends)
            .WithName("getSpendingTrends")
            .WithSummary("Purchases by calendar month in the customer's zone, oldest first; months 1 to 60")
            .ProducesProblem(400)
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/category-breakdown", Categories)
            .WithName("getCategoryBreakdown")
            .WithSummary("What was spent by category; percentages add up to 100, amounts to the whole")
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/engagement", Engagement)
            .WithName("getCustomerEngagement")
            .WithSummary("Purchases of a year, reviews, referrals, points, and a score of five for each purchase up to 100")
            .ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<TotalsAnswer>>> Totals(
        Actor actor,
        CustomerVerbs customers,
        Spending spending,
        string customerId
    )
    {
        var t = await spending.Totals(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(
            new TotalsAnswer(
                t.Purchases,
                t.Spent.Amount,
                (long)decimal.Round(t.Mean.Amount, Money.Rule),
                t.Last,
                t.Score,
                t.Favourite ?? (t.Purchases == 0 ? "N/A" : NoCategory),
                t.Spent.Currency.Code,
                ApartAnswer.Of(t.Apart)
            )
        );
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<PurchaseAnswer>>>> History(
        Actor actor,
        CustomerVerbs customers,
        Spending spending,
        string customerId,
        int limit = 10
    ) => List(await spending.History(actor, await customers.Whose(actor, customerId), limit), Answer);

    private static async Task<Ok<Enveloped<IReadOnlyList<MonthAnswer>>>> Trends(
        Actor actor,
        CustomerVerbs customers,
        Spending spending,
        string customerId,
        int months = 6
    ) =>
        List(
            await spending.Trends(actor, await customers.Whose(actor, customerId), months),
            m => new MonthAnswer(string.Create(CultureInfo.InvariantCulture, $"{m.Year:0000}-{m.Month:00}"), m.Purchases, m.Spent)
        );

    private static async Task<Ok<Enveloped<IReadOnlyList<ShareAnswer>>>> Categories(
        Actor actor,
        CustomerVerbs customers,
        Spending spending,
        string customerId
    ) =>
        List(
            await spending.Categories(actor, await customers.Whose(actor, customerId)),
            s => new ShareAnswer(s.Category ?? NoCategory, s.Percent, s.Amount)
        );

    private static async Task<Ok<Enveloped<EngagementAnswer>>> Engagement(
        Actor actor,
        CustomerVerbs customers,
        Spending spending,
        string customerId
    )
    {
        var e = await spending.Engagement(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(new EngagementAnswer(e.PurchasesInYear, e.Reviews, e.Referrals, e.Points, e.Score));
    }

    private static PurchaseAnswer Answer(Purchase p)
    {
        var told = AmountTold.Of(p.Amount, p.Worth);
        return new()
        {
            Id = p.Id,
            Number = p.Number,
            Date = p.PlacedAt,
            Amount = told.Amount,
            Currency = told.Currency,
            Category = p.Category ?? NoCategory,
            Status = p.Status,
            OriginalAmount = told.OriginalAmount,
            OriginalCurrency = told.OriginalCurrency,
            Converted = told.Converted,
        };
    }

    private static Ok<Enveloped<IReadOnlyList<TAnswer>>> List<T, TAnswer>(IReadOnlyList<T> rows, Func<T, TAnswer> answer) =>
        MemberCalls.Enveloped<IReadOnlyList<TAnswer>>([.. rows.Select(answer)]);
}
