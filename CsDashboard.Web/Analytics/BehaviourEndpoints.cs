using CsDashboard.Accounts;
using CsDashboard.Analytics.Behaviour;
using CsDashboard.Foundation;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;
using Visitor = CsDashboard.Analytics.Behaviour.Visitor;

namespace CsDashboard.Web.Analytics;

/// <summary>
/// Visits as programs tell them, and what they add up to (contract: market, Behaviour). Anybody may tell; what strangers say is claimed,
/// and a customer is named by their own session, or by staff and the service key.
/// </summary>
internal static class BehaviourEndpoints
{
    public static void MapBehaviour(this Api api)
    {
        var told = api.Anyone.MapGroup("/analytics").WithTags("behaviour");
        told.MapPost("/session/start", Start).WithName("startSession").WithSummary("Begins a visit").ProducesProblem(400);
        told.MapPost("/session/end", End).WithName("endSession").WithSummary("Ends a visit").ProducesProblem(400).ProducesProblem(404);
        told.MapPost("/page-view", See)
            .WithName("countPageView")
            .WithSummary("Counts a page of a visit; one that ended goes on as another")
            .ProducesProblem(400)
            .ProducesProblem(404);
        told.MapPost("/interaction", Do)
            .WithName("countInteraction")
            .WithSummary("Counts something that was done in a visit")
            .ProducesProblem(400)
            .ProducesProblem(404);
        told.MapPost("/marketplace-event", Market)
            .WithName("countMarketEvent")
            .WithSummary("Counts something about goods, with or without a visit")
            .ProducesProblem(400)
            .ProducesProblem(404);
        told.MapPost("/conversion", Convert)
            .WithName("countConversion")
            .WithSummary("An order, counted once; what strangers claim is in no sum")
            .ProducesProblem(400);
        var figures = api.Staff.MapGroup("/analytics").WithTags("behaviour");
        figures
            .MapGet("/user/{userId}", OfPerson)
            .WithName("getUserBehaviour")
            .WithSummary("One person; days 1 to 365")
            .ProducesProblem(400);
        figures.MapGet("/real-time", Now).WithName("getBehaviourNow").WithSummary("Visits with an event within thirty minutes");
        figures.MapGet("/insights", Insights).WithName("getInsights").WithSummary("Hints from seven days, of one person or of everybody");
        api.Admin.MapGet("/analytics/platform", Platform)
            .WithTags("behaviour")
            .WithName("getPlatformBehaviour")
            .WithSummary("Everybody; days 1 to 365")
            .ProducesProblem(400);
    }

    private static async Task<Ok<VisitAnswer>> Start(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        Both<VisitBody> call
    )
    {
        var (actor, body) = (await MarketCalls.Shopper(http, tenants), call.Value);
        var id = await visits.Start(
            actor,
            await Who(actor, customers, body.UserId),
            new(body.DeviceType, body.Browser, body.Os, body.IpAddress, body.UserAgent)
        );
        return TypedResults.Ok(new VisitAnswer(id, FigureTexts.Of("Api.Started")));
    }

    private static async Task<Ok<DoneAnswer>> End(HttpContext http, Tenants tenants, Visits visits, Both<VisitEndBody> call)
    {
        await visits.End(await MarketCalls.Shopper(http, tenants), call.Value.SessionId);
        return TypedResults.Ok(new DoneAnswer(FigureTexts.Of("Api.Ended")));
    }

    private static Task<Ok<HitAnswer>> See(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        Both<PageViewBody> call
    )
    {
        var body = call.Value;
        var input = new HitInput(HitKind.Page, body.PageUrl)
        {
            Text = body.PageTitle,
            From = body.Referrer,
            Seconds = body.TimeSpent ?? 0,
            Depth = body.ScrollDepth ?? 0,
        };
        return Count(http, tenants, customers, visits, (body.SessionId, body.UserId), input);
    }

    private static Task<Ok<HitAnswer>> Do(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        Both<InteractionBody> call
    )
    {
        var body = call.Value;
        var input = new HitInput(HitKind.Interaction, body.EventType)
        {
            Text = body.ElementText,
            From = body.ElementId ?? body.ElementClass,
            Details = body.EventData?.GetRawText(),
        };
        return Count(http, tenants, customers, visits, (body.SessionId, body.UserId), input);
    }

    private static async Task<Ok<HitAnswer>> Count(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        (string? Visit, string? User) of,
        HitInput input
    )
    {
        var actor = await MarketCalls.Shopper(http, tenants);
        var (visit, counted) = await visits.Count(actor, of.Visit, await Who(actor, customers, of.User), input);
        return TypedResults.Ok(new HitAnswer(FigureTexts.Of(counted ? "Api.Counted" : "Api.Full"), counted, visit));
    }

    private static async Task<Ok<HitAnswer>> Market(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        Both<MarketEventBody> call
    )
    {
        var (actor, body) = (await MarketCalls.Shopper(http, tenants), call.Value);
        var input = new HitInput(HitKind.Market, body.EventType)
        {
            Product = body.ProductId,
            Category = body.CategoryId,
            Text = body.SearchQuery,
            Details = body.PriceRange,
        };
        var counted = await visits.Market(actor, body.SessionId, await Who(actor, customers, body.UserId), input);
        return TypedResults.Ok(new HitAnswer(FigureTexts.Of(counted ? "Api.Counted" : "Api.Full"), counted));
    }

    private static async Task<Ok<DoneAnswer>> Convert(
        HttpContext http,
        Tenants tenants,
        CustomerVerbs customers,
        Visits visits,
        Both<ConversionBody> call
    )
    {
        var (actor, body) = (await MarketCalls.Shopper(http, tenants), call.Value);
        await visits.Convert(
            actor,
            await Who(actor, customers, body.UserId),
            body.EventType,
            body.OrderId,
            body.OrderValue,
            body.SessionId
        );
        return TypedResults.Ok(new DoneAnswer(FigureTexts.Of("Api.Counted")));
    }

    private static async Task<Ok<PersonAnswer>> OfPerson(
        Actor actor,
        CustomerVerbs customers,
        BehaviourFigures figures,
        string userId,
        int days = 30
    )
    {
        var found = await figures.Of(actor, await Who(actor, customers, userId), days);
        return TypedResults.Ok(
            new PersonAnswer(
                userId,
                days,
                new(found.Visits, found.MeanSeconds, found.Pages, found.Interactions),
                found.TopPages.Select(p => new PageTimeAnswer(p.Page, p.Views, p.MeanSeconds)),
                found.Done.Select(d => new EventCountAnswer(d.Kind, d.Count)),
                found.Market.Select(d => new EventCountAnswer(d.Kind, d.Count))
            )
        );
    }

    private static async Task<Ok<PlatformAnswer>> Platform(Actor actor, BehaviourFigures figures, int days = 30)
    {
        var found = await figures.Platform(actor, days);
        return TypedResults.Ok(
            new PlatformAnswer(
                days,
                new(found.Visits, found.People, found.MeanSeconds, found.Pages, found.Interactions),
                found.Days.Select(d => new DayUsersAnswer(d.Day, d.People)),
                found.TopPages.Select(p => new PageViewsAnswer(p.Page, p.Views)),
                found.Market.Select(d => new EventCountAnswer(d.Kind, d.Count)),
                new(
                    found.Conversions,
                    found.Revenue,
                    found.Conversions == 0 ? 0 : decimal.Round(found.Revenue / found.Conversions, 2, Money.Rule),
                    found.Claimed
                )
            )
        );
    }

    private static async Task<Ok<NowAnswer>> Now(Actor actor, BehaviourFigures figures)
    {
        var now = await figures.Now(actor);
        return TypedResults.Ok(new NowAnswer(now.Visits, now.People, now.Pages, now.Interactions, actor.Now));
    }

    private static async Task<Ok<InsightsAnswer>> Insights(Actor actor, CustomerVerbs customers, BehaviourFigures figures, string? user_id)
    {
        var found = await figures.Insights(actor, string.IsNullOrWhiteSpace(user_id) ? null : await Who(actor, customers, user_id));
        return TypedResults.Ok(new InsightsAnswer(found.Select(i => new InsightAnswer(i.Kind, i.Title, i.Message, i.Priority))));
    }

    // A stranger's word is a word; only who may know our customers means one of them by it.
    private static async Task<Visitor> Who(Actor actor, CustomerVerbs customers, string? userId)
    {
        var visitor = new Visitor(userId);
        return actor.Role == Role.Customer ? new(visitor.Who, actor.CustomerId)
            : actor.Role is Role.Agent or Role.Admin or Role.Service ? new(visitor.Who, await customers.Seek(actor, visitor.Who))
            : visitor;
    }
}
