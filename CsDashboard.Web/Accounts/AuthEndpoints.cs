using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Accounts;

/// <summary>Signing in and out for programs. Every answer is the union of what the original systems gave (contract C2).</summary>
internal static class AuthEndpoints
{
    public static void MapAuth(this Api api)
    {
        var auth = api.Anyone.MapGroup("/auth").WithTags("auth");
        auth.MapPost("/login", Login);
        auth.MapPost("/refresh", Refresh);
        auth.MapPost("/refresh-token", Refresh);
        auth.MapPost("/logout", Logout);
        api.SignedIn.MapGet("/auth/me", Me).WithTags("auth");
        api.SignedIn.MapPost("/auth/confirmation", Confirmation)
            .WithTags("auth")
            .WithName("sendConfirmation")
            .WithSummary("Sends the link by which an address is confirmed once more")
            .ProducesProblem(429);
        api.Anyone.MapGet("/debug/customer-credentials", DemoCredentials).WithTags("debug");
    }

    private static async Task<IResult> Login(Credentials input, HttpContext http, SignIns signIns, CustomerVerbs customers)
    {
        try
        {
            var outcome = await signIns.WithPassword(input, Actors.VisitorOf(http), tokens: true);
            return Results.Ok(await SignedInAnswer.Of(outcome.User, outcome.Actor, outcome.Tokens, customers));
        }
        catch (Refusal wrong) when (wrong.Kind == RefusalKind.SignedOut)
        {
            var (code, field) = wrong.Code == "authentication_required" ? ("invalid_credentials", "credentials") : (wrong.Code, "code");
            await Problems.Write(http, 401, code, wrong.Message, [new FieldError(field, wrong.Message)]);
            return Results.Empty;
        }
    }

    private static async Task<IResult> Refresh(
        RefreshRequest? input,
        Sessions sessions,
        Users users,
        TimeProvider clock,
        CustomerVerbs customers
    )
    {
        var (tokens, _) = await sessions.Refresh(input?.RefreshToken, clock);
        var actor = await sessions.OfToken(tokens.Token, clock) ?? throw Refusal.SignedOut();
        return Results.Ok(await SignedInAnswer.Of(await users.Me(actor), actor, tokens, customers));
    }

    private static async Task<IResult> Logout(
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] RefreshRequest? input,
        HttpContext http,
        Sessions sessions,
        TimeProvider clock
    )
    {
        if (http.User.Identity?.IsAuthenticated == true)
            await sessions.SignOut(Actors.Of(http));
        if (input?.RefreshToken is { Length: > 0 and <= 200 } token)
            await sessions.EndByRefreshToken(token, clock);
        return Results.Ok(new { success = true, message = AccountTexts.Of("Api.SignedOut") });
    }

    private static async Task<IResult> Confirmation(Actor actor, CsDashboard.Notifications.Confirmations confirmations)
    {
        await confirmations.SendAgain(actor);
        return Results.Accepted(value: new { success = true, message = AccountTexts.Of("Confirm.Sent") });
    }

    private static async Task<IResult> Me(Actor actor, Users users, CustomerVerbs customers) =>
        Results.Ok(await SignedInAnswer.Of(await users.Me(actor), actor, tokens: null, customers));

    private static IResult DemoCredentials(IHostEnvironment environment, IOptions<Settings> settings)
    {
        if (!environment.IsDevelopment() || !settings.Value.Demo)
            throw Refusal.NotFound();
        var accounts = CsDashboard
            .Demo.DemoCompany.Accounts.Where(a => a.Role == Role.Customer)
            .Select(a => new
            {
                email = a.Email,
                password = a.Password,
                name = a.Name,
                tenant = a.Company,
                hasUserAccount = true,
                userRole = "customer",
                hasPasswordHash = true,
            })
            .ToList();
        return Results.Ok(
            new
            {
                success = true,
                message = "Demo accounts",
                note = "Only in Development with the demo company",
                totalCustomers = accounts.Count,
                credentials = accounts,
            }
        );
    }
}
