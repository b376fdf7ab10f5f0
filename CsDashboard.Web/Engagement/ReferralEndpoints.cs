using CsDashboard.Engagement;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>The membership calls about referrals, and the address that is handed on.</summary>
internal static class ReferralEndpoints
{
    /// <summary>Holds the code from the opened link to the registration.</summary>
    public const string Cookie = "ref";

    public static void MapReferrals(this Api api)
    {
        var (own, staff) = (api.Members("referral"), api.MembersByStaff("referral"));
        own.MapPost("/{customerId}/generate-link", Link)
            .WithName("referralLink")
            .WithSummary("The customer's code and link; called again, the same")
            .ProducesProblem(404);
        own.MapGet("/{customerId}/history", History)
            .WithName("referralHistory")
            .WithSummary("The newest fifty whom the customer brought")
            .ProducesProblem(404);
        own.MapGet("/{customerId}/rewards", Rewards)
            .WithName("referralRewards")
            .WithSummary("Points for each, by state")
            .ProducesProblem(404);
        own.MapGet("/{customerId}/stats", Stats)
            .WithName("referralStats")
            .WithSummary("How many came, and how many of them bought")
            .ProducesProblem(404);
        staff
            .MapPost("/{customerId}/track", Track)
            .WithName("trackReferral")
            .WithSummary("Somebody was referred; told again, the one that is there")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    /// <summary>
    /// GET /ref/{code}: counts that it was opened, keeps the code for a day in the visitor's own browser, and leads to the registration.
    /// </summary>
    public static void MapReferralLinks(this WebApplication app) =>
        app.MapGet("/ref/{code}", Open).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Open(string code, HttpContext http, Referrals referrals, TimeProvider clock)
    {
        if (await referrals.Opened(code, clock))
            http.Response.Cookies.Append(
                Cookie,
                code,
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(1),
                    Path = "/",
                    SameSite = SameSiteMode.Lax,
                    Secure = http.Request.IsHttps,
                    HttpOnly = true,
                }
            );
        http.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect("/register");
    }

    private static async Task<Ok<Enveloped<ReferralLinkAnswer>>> Link(
        Actor actor,
        CustomerVerbs customers,
        Referrals referrals,
        string customerId
    )
    {
        var link = await referrals.Link(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(new ReferralLinkAnswer(link.Code, link.Link, link.ShortCode, link.ExpiresAt));
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<ReferralItem>>>> History(
        Actor actor,
        CustomerVerbs customers,
        Referrals referrals,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<ReferralItem>>([
            .. (await referrals.History(actor, await customers.Whose(actor, customerId))).Select(r => new ReferralItem
            {
                Id = r.Id,
                Name = r.Name,
                Date = r.CreatedAt,
                Reward = r.Reward,
                Status = WordOf(r.Status),
                ReferredCustomerId = r.RefereePublicId,
                RewardAmount = r.Reward,
                CreatedAt = r.CreatedAt,
                CompletedAt = r.CompletedAt,
            }),
        ]);

    private static async Task<Ok<Enveloped<ReferralRewardsAnswer>>> Rewards(
        Actor actor,
        CustomerVerbs customers,
        Referrals referrals,
        string customerId
    )
    {
        var f = await referrals.Funnel(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(
            new ReferralRewardsAnswer(
                f.CompletedRewards + f.PendingRewards,
                f.CompletedRewards,
                f.PendingRewards,
                f.SignUps,
                f.CompletedRewards
            )
        );
    }

    private static async Task<Ok<Enveloped<ReferralStatsAnswer>>> Stats(
        Actor actor,
        CustomerVerbs customers,
        Referrals referrals,
        string customerId
    )
    {
        var f = await referrals.Funnel(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(
            new ReferralStatsAnswer(
                f.SignUps,
                f.SignUps,
                f.CompletedRewards + f.PendingRewards,
                f.SuccessRate,
                f.Completed,
                f.SuccessRate,
                f.LastAt,
                f.Clicks
            )
        );
    }

    private static async Task<Ok<Enveloped<ReferralTracked>>> Track(
        Actor actor,
        CustomerVerbs customers,
        Referrals referrals,
        string customerId,
        TrackBody input,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var referrer = await customers.Whose(actor, customerId);
        if (string.IsNullOrWhiteSpace(input.ReferredId ?? input.ReferredCustomerId))
            throw Refusal.Invalid("referredId", Words.Of("Text_Required"));
        var r = await referrals.Track(
            actor.Sending(key, "track", referrer, input),
            referrer,
            await customers.Whose(actor, input.ReferredId ?? input.ReferredCustomerId)
        );
        return MemberCalls.Enveloped(new ReferralTracked(r.Id, customerId, r.RefereePublicId, r.Reward, WordOf(r.Status)));
    }

    // A referral that waits for an agent shows as pending: neither side should learn of the doubt.
    private static string WordOf(ReferralStatus status) =>
        status switch
        {
            ReferralStatus.Completed => "completed",
            ReferralStatus.Declined => "declined",
            ReferralStatus.Pending or ReferralStatus.Held => "pending",
        };
}
