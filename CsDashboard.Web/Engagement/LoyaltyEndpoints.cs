using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>Points and tiers (contract: membership, Loyalty tiers).</summary>
internal static class LoyaltyEndpoints
{
    private const int History = 50;

    public static void MapLoyalty(this Api api)
    {
        var anyone = api.Anyone.MapGroup("/customer-id/loyalty").WithTags("loyalty");
        anyone
            .MapGet("/tiers/all", Tiers)
            .WithName("listLoyaltyTiers")
            .WithSummary("The four tiers with their bounds, discounts and benefits");
        anyone
            .MapGet("/tier/{tier}/benefits", Benefits)
            .WithName("listTierBenefits")
            .WithSummary("The benefits of a tier; none for a word that is no tier");
        anyone.MapGet("/earn/methods", Methods).WithName("listEarnMethods").WithSummary("How points are earned now");

        var members = api.Members("loyalty");
        members
            .MapGet("/{customerId}", Get)
            .WithName("getLoyalty")
            .WithSummary("A member's points, tier and the newest lines of the ledger")
            .ProducesProblem(404);
        members
            .MapPost("/{customerId}/redeem", Redeem)
            .WithName("redeemPoints")
            .WithSummary("Redeems points; those that expire first go first")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.MembersByStaff("loyalty")
            .MapPost("/{customerId}/points", Give)
            .WithName("givePoints")
            .WithSummary("Gives points by hand, with a reason that the member reads")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static Ok<Enveloped<IReadOnlyList<TierAnswer>>> Tiers() =>
        MemberCalls.Enveloped<IReadOnlyList<TierAnswer>>([
            .. TierTerms.All.Select(t => new TierAnswer(
                Word.Of(t.Tier),
                TierTerms.NameOf(t.Tier),
                t.Icon,
                t.MinPoints,
                t.MaxPoints,
                t.Benefits,
                t.Discount
            )),
        ]);

    private static Ok<Enveloped<IReadOnlyList<string>>> Benefits(string tier) =>
        MemberCalls.Enveloped(TierTerms.Read(tier)?.Benefits ?? []);

    private static async Task<Ok<Enveloped<IReadOnlyList<MethodAnswer>>>> Methods(
        HttpContext http,
        EarningRules rules,
        RewardSettings rewards,
        Tenants tenants
    )
    {
        var actor = await MemberCalls.AnyActor(http, tenants);
        var birthday = (await rewards.Kinds(actor)).Single(k => k.Kind == RewardKind.Birthday);
        var methods = (await rules.Methods(actor)).Select(m => new MethodAnswer(m.Icon, m.Title, m.Description, m.Points, m.PerUnit));
        return MemberCalls.Enveloped<IReadOnlyList<MethodAnswer>>([
            .. methods,
            .. birthday.IsOn
                ?
                [
                    new MethodAnswer(
                        birthday.Icon,
                        Words.Of("Earn_Birthday"),
                        Words.Of("Earn_BirthdayText", birthday.Points),
                        birthday.Points,
                        false
                    ),
                ]
                : Array.Empty<MethodAnswer>(),
        ]);
    }

    private static async Task<Ok<Enveloped<LoyaltyAnswer>>> Get(Actor actor, CustomerVerbs customers, Points points, string customerId)
    {
        var id = await customers.Whose(actor, customerId);
        var (v, entries) = (await points.Of(actor, id), await points.Entries(actor, id, size: History));
        return MemberCalls.Enveloped(
            new LoyaltyAnswer
            {
                CustomerId = v.PublicId,
                Points = v.Balance,
                Tier = Word.Of(v.Tier),
                JoinDate = v.JoinedAt,
                TotalSpent = v.TotalSpent,
                PointsHistory = [.. entries.Items.Select(PointsLine.Of)],
                AvailablePoints = v.Available,
                LockedPoints = v.Locked,
                ExpiringPoints = v.Expiring,
                LifetimePoints = v.Lifetime,
                RedeemedPoints = v.Redeemed,
                TierSince = v.TierSince,
                NextTier = v.Terms.Next is { } next ? Word.Of(next.Tier) : null,
                PointsToNextTier = v.ToNext,
            }
        );
    }

    private static async Task<Ok<Enveloped<BalanceAnswer>>> Give(
        Actor actor,
        CustomerVerbs customers,
        Points points,
        string customerId,
        PointsBody body,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await customers.Whose(actor, customerId);
        var balance = await points.Give(actor.Sending(key, "give", id, body), id, body.Input);
        return MemberCalls.Enveloped(new BalanceAnswer(balance.PublicId, balance.Points, Word.Of(balance.Tier), null));
    }

    // A voucher of the catalogue by its id, which yields a code; any other word means whatever the company makes of it.
    private static async Task<Ok<Enveloped<BalanceAnswer>>> Redeem(
        Actor actor,
        CustomerVerbs customers,
        Points points,
        Vouchers vouchers,
        string customerId,
        RedeemBody body,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var (id, wanted) = (await customers.Whose(actor, customerId), body.Points ?? body.Amount);
        actor = actor.Sending(key, "redeem", id, body);
        if (await vouchers.Named(actor, body.RewardId) is { } voucher)
        {
            var (bought, left) = await vouchers.Redeem(actor, id, voucher, key ?? Guid.NewGuid().ToString(), wanted ?? 0);
            return MemberCalls.Enveloped(
                new BalanceAnswer(left.PublicId, left.Points, Word.Of(left.Tier), body.RewardId!.Trim(), bought.Code, bought.ExpiresAt)
            );
        }
        var balance = await points.Redeem(actor, id, wanted, body.RewardId);
        return MemberCalls.Enveloped(new BalanceAnswer(balance.PublicId, balance.Points, Word.Of(balance.Tier), body.RewardId!.Trim()));
    }
}
