using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Security.Payments;
using CsDashboard.Security.Scanning;
using CsDashboard.Security.Signing;
using CsDashboard.Security.Telling;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Security;

/// <summary>
/// The security service (contract: market, Calls): what programs tell, and what they ask. A user_id is any of a customer's names, or a
/// word that only the teller knows.
/// </summary>
internal static class GuardEndpoints
{
    public static void MapGuard(this Api api)
    {
        var told = api.Staff.MapGroup("/security").WithTags("security service");
        told.MapPost("/login-attempt", Attempt)
            .WithName("tellLoginAttempt")
            .WithSummary("An attempt to sign in elsewhere; five failures of a person or an address within 15 minutes lock the pair for 15")
            .ProducesProblem(400);
        told.MapGet("/account-locked", Locked)
            .WithName("isAccountLocked")
            .WithSummary("Whether that person is locked out at that address, there or here")
            .ProducesProblem(400);
        told.MapPost("/payment-security", Payment)
            .WithName("checkPayment")
            .WithSummary("Judges a payment by the company's rules; safe is below 0.7")
            .ProducesProblem(400);
        told.MapPost("/scan-input", Scan)
            .WithName("scanInput")
            .WithSummary("Whether a text of at most 64 KB looks like an attack, and what gave it away")
            .ProducesProblem(400);
        told.MapPost("/security-event", Tell)
            .WithName("tellSecurityEvent")
            .WithSummary("Something that happened elsewhere; the person's risk follows")
            .ProducesProblem(400);
        told.MapGet("/user-risk/{userId}", RiskOf)
            .WithName("getUserRisk")
            .WithSummary("How risky a person is by what was told of them, and how much of it is left by now");
        var overseen = api.Admin.MapGroup("/security").WithTags("security service");
        overseen
            .MapGet("/events", Events)
            .WithName("listSecurityEvents")
            .WithSummary("Everything that was seen or told, newest first; limit 1 to 100")
            .ProducesProblem(400);
        overseen
            .MapGet("/fraud-alerts", Alerts)
            .WithName("listFraudAlerts")
            .WithSummary("Alerts about money, newest first; limit 1 to 100")
            .ProducesProblem(400);
        api.Anyone.MapPost("/security/validate-webhook", Validate)
            .WithTags("security service")
            .WithName("validateWebhook")
            .WithSummary("Whether the signature is the company's, of now, and not shown before")
            .ProducesProblem(400);
    }

    private static async Task<Ok<AttemptAnswer>> Attempt(Actor actor, CustomerVerbs customers, ToldSignIns signIns, Both<SignInBody> call)
    {
        var body = call.Value;
        var locked = await signIns.Tell(
            actor,
            await Who(actor, customers, body.UserId),
            body.IpAddress,
            body.UserAgent,
            body.Success ?? throw Refusal.Invalid("success", Words.Of("Text_Required")),
            body.Details
        );
        return TypedResults.Ok(new AttemptAnswer(SecurityTexts.Of("Api.AttemptTold"), locked));
    }

    private static async Task<Ok<LockedAnswer>> Locked(
        Actor actor,
        CustomerVerbs customers,
        ToldSignIns signIns,
        string? user_id,
        string? ip_address
    ) => TypedResults.Ok(new LockedAnswer(await signIns.IsLocked(actor, await Who(actor, customers, user_id), ip_address)));

    private static async Task<Ok<PaymentAnswer>> Payment(Actor actor, CustomerVerbs customers, PaymentChecks checks, Both<PaymentBody> call)
    {
        var (body, data) = (call.Value, call.Value.TransactionData);
        var asked = new PaymentAsked(
            body.Amount ?? data?.Amount ?? throw Refusal.Invalid("amount", Words.Of("Text_Required")),
            body.Currency ?? data?.Currency ?? "USD"
        )
        {
            Number = body.TransactionId ?? data?.TransactionId,
            Address = body.IpAddress,
            Agent = body.UserAgent,
        };
        var verdict = await checks.Check(actor, await Who(actor, customers, body.UserId), asked);
        return TypedResults.Ok(
            new PaymentAnswer(verdict.IsSafe, verdict.Score, verdict.Factors, verdict.IsSafe ? "proceed" : "review", verdict.Shadow)
        );
    }

    private static Ok<ScanAnswer> Scan(Both<ScanBody> call)
    {
        var result = InputScan.Of(call.Value.InputData);
        return TypedResults.Ok(
            new ScanAnswer(
                result.IsSafe,
                result.Found.Select(f => InputScan.Label(f.Threat)),
                result.IsSafe ? "safe" : "block",
                result.Score,
                result.Found.Select(f => new MatchAnswer(InputScan.Label(f.Threat), f.Piece))
            )
        );
    }

    private static async Task<Ok<EventToldAnswer>> Tell(
        Actor actor,
        CustomerVerbs customers,
        ToldEvents events,
        Both<SecurityEventBody> call
    )
    {
        var body = call.Value;
        var id = await events.Record(
            actor,
            await Who(actor, customers, body.UserId),
            new()
            {
                Kind = body.EventType,
                Address = body.IpAddress,
                Agent = body.UserAgent,
                Severity = body.Severity,
                Details = body.Details,
                Risk = body.RiskScore ?? 0,
                Action = body.ActionTaken,
            }
        );
        return TypedResults.Ok(new EventToldAnswer(id, SecurityTexts.Of("Api.EventTold")));
    }

    private static async Task<Ok<UserRiskAnswer>> RiskOf(Actor actor, CustomerVerbs customers, RiskProfiles risks, string userId)
    {
        var risk = await risks.Of(actor, await Who(actor, customers, userId));
        return TypedResults.Ok(
            new UserRiskAnswer(userId, risk.Score, risk.Level, risk.Now, risk.Reasons.ToDictionary(r => r.Kind, r => r.Count))
        );
    }

    private static async Task<Ok<EventsAnswer>> Events(
        Actor actor,
        CustomerVerbs customers,
        ToldEvents events,
        string? user_id,
        string? event_type,
        string? severity,
        int limit = 50,
        int offset = 0
    )
    {
        var whose = user_id is null ? null : await Who(actor, customers, user_id);
        var rows = await events.List(
            actor,
            new(whose?.Word, whose?.CustomerId, event_type, Word.Read<Severity>("severity", severity)),
            offset,
            limit
        );
        return TypedResults.Ok(
            new EventsAnswer(
                rows.Select(e => new EventAnswer
                {
                    Id = e.Id,
                    EventType = e.Kind,
                    UserId = e.Who ?? (e.CustomerId ?? e.UserId)?.ToString(),
                    IpAddress = e.Address,
                    UserAgent = e.Agent ?? e.Device,
                    Timestamp = e.At,
                    Severity = Word.Of(e.Severity),
                    Details = e.Details is { } json ? JsonSerializer.Deserialize<JsonElement>(json) : null,
                    RiskScore = e.Risk,
                    ActionTaken = e.Action,
                    Resolved = false,
                    CreatedAt = e.At,
                })
            )
        );
    }

    private static async Task<Ok<FraudAlertsAnswer>> Alerts(
        Actor actor,
        CustomerVerbs customers,
        FraudAlerts alerts,
        string? user_id,
        string? status,
        int limit = 50,
        int offset = 0
    )
    {
        var whose = user_id is null ? null : await Who(actor, customers, user_id);
        // Somebody who is no customer here has no alert.
        var customer = whose is null ? null : whose.CustomerId ?? Guid.Empty as Guid?;
        var rows = await alerts.List(actor, customer, Word.Read<CaseState>("status", status), offset, limit);
        return TypedResults.Ok(
            new FraudAlertsAnswer(
                rows.Select(r => new FraudAlertAnswer
                {
                    Id = r.Alert.Id,
                    UserId = (r.Alert.CustomerId ?? r.Alert.UserId)?.ToString(),
                    AlertType = Word.Of(r.Alert.Type),
                    Severity = Word.Of(r.Alert.Severity),
                    Description = r.Alert.Factors ?? Words.Of("Alert_" + r.Alert.Type),
                    TransactionId = r.Alert.TransactionId,
                    Amount = r.Alert.Amount,
                    Currency = r.Alert.Currency,
                    RiskScore = r.Alert.Score,
                    Status = Word.Of(r.Alert.State),
                    CreatedAt = r.Alert.At,
                    ResolvedAt = r.Alert.ResolvedAt,
                    ResolutionNotes = r.Note,
                })
            )
        );
    }

    private static async Task<Ok<ValidAnswer>> Validate(HttpContext http, Tenants tenants, SignedCalls calls, Both<SignedBody> call)
    {
        var body = call.Value;
        var company = await MarketCalls.Shopper(http, tenants);
        return TypedResults.Ok(new ValidAnswer(await calls.Take(company, body.Payload, body.Signature, body.Timestamp)));
    }

    private static async Task<Told> Who(Actor actor, CustomerVerbs customers, string? userId)
    {
        var told = new Told(userId);
        return await customers.Seek(actor, told.Word) is { } customer ? new(told.Word, customer) : told;
    }
}
