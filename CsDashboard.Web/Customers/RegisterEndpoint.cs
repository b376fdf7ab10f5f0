using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Referrals;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

internal static class RegisterEndpoint
{
    public static void MapRegister(this Api api) =>
        api
            .Anyone.MapPost("/auth/register", Register)
            .WithName("register")
            .WithTags("auth")
            .WithSummary("Makes a customer with an account, always in that role, and signs in")
            .ProducesProblem(400)
            .ProducesProblem(409);

    private static async Task<Created<SignedInAnswer>> Register(
        RegisterRequest input,
        HttpContext http,
        CustomerVerbs customers,
        Referrals referrals
    )
    {
        var outcome = await customers.Register(input.Registration, Actors.VisitorOf(http), tokens: true);
        await referrals.Join(outcome.Actor, input.ReferralCode);
        return TypedResults.Created("/api/customers/me", await SignedInAnswer.Of(outcome.User, outcome.Actor, outcome.Tokens, customers));
    }
}
