using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>Rewards for special dates (contract: membership, Rewards).</summary>
internal static class RewardEndpoints
{
    public static void MapRewards(this Api api)
    {
        api.Anyone.MapGet("/customer-id/rewards/all", All)
            .WithName("listRewardKinds")
            .WithTags("rewards")
            .WithSummary("The kinds of rewards there are");
        var members = api.Members("rewards");
        members
            .MapGet("/{customerId}/special-dates", SpecialDates)
            .WithName("listSpecialDates")
            .WithSummary("A member's rewards by their day")
            .ProducesProblem(404);
        members
            .MapGet("/{customerId}/upcoming", Upcoming)
            .WithName("listUpcomingRewards")
            .WithSummary("The next five that are still to come")
            .ProducesProblem(404);
        members
            .MapPost("/{customerId}/claim", Claim)
            .WithName("claimReward")
            .WithSummary("Takes a reward, once and in its time")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        members
            .MapGet("/{customerId}/history", History)
            .WithName("listClaimedRewards")
            .WithSummary("What was claimed, the newest first")
            .ProducesProblem(404);
        members.MapGet("/{rewardId}/details", Details).WithName("getReward").WithSummary("A reward with its terms").ProducesProblem(404);
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<KindAnswer>>>> All(HttpContext http, RewardSettings settings, Tenants tenants) =>
        MemberCalls.Enveloped<IReadOnlyList<KindAnswer>>([
            .. (await settings.Kinds(await MemberCalls.AnyActor(http, tenants)))
                .Where(k => k.IsOn)
                .Select(k => new KindAnswer
                {
                    Id = Word.Of(k.Kind),
                    Type = Word.Of(k.Kind),
                    Title = k.Title,
                    Icon = k.Icon,
                    Description = k.Description,
                    Points = k.Points,
                    Discount = k.Discount,
                    Frequency = k.Frequency,
                    ValidDays = k.ValidDays,
                }),
        ]);

    private static async Task<Ok<Enveloped<IReadOnlyList<RewardAnswer>>>> SpecialDates(
        Actor actor,
        CustomerVerbs customers,
        Rewards rewards,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<RewardAnswer>>([
            .. (await rewards.SpecialDates(actor, await customers.Whose(actor, customerId))).Select(RewardAnswer.Of),
        ]);

    private static async Task<Ok<Enveloped<IReadOnlyList<UpcomingAnswer>>>> Upcoming(
        Actor actor,
        CustomerVerbs customers,
        Rewards rewards,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<UpcomingAnswer>>([
            .. (await rewards.Upcoming(actor, await customers.Whose(actor, customerId))).Select(r => new UpcomingAnswer(
                r.Id,
                Word.Of(r.Kind),
                r.Title,
                r.DaysUntil(actor.Now),
                r.Points,
                r.Discount,
                r.EventDate
            )),
        ]);

    private static async Task<Ok<Enveloped<ClaimAnswer>>> Claim(
        Actor actor,
        CustomerVerbs customers,
        Rewards rewards,
        string customerId,
        ClaimBody body,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await customers.Whose(actor, customerId);
        var r = await rewards.Claim(actor.Sending(key, "claim", id, body), id, body.RewardId);
        return MemberCalls.Enveloped(
            new ClaimAnswer(
                true,
                Words.Of("Reward_ClaimedNow"),
                new ClaimedReward(r.Id, r.Points, r.Discount, r.Code),
                r.Points,
                r.Discount
            )
        );
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<RewardAnswer>>>> History(
        Actor actor,
        CustomerVerbs customers,
        Rewards rewards,
        string customerId
    ) =>
        MemberCalls.Enveloped<IReadOnlyList<RewardAnswer>>([
            .. (await rewards.History(actor, await customers.Whose(actor, customerId))).Select(RewardAnswer.Of),
        ]);

    private static async Task<Ok<Enveloped<RewardAnswer>>> Details(Actor actor, Rewards rewards, string rewardId) =>
        MemberCalls.Enveloped(RewardAnswer.Of(await rewards.Get(actor, rewardId)));
}
