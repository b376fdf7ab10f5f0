using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>The customer calls of enhanced, in its words (docs/contract.md).</summary>
internal static class EnhancedEndpoints
{
    private const string Unknown = "Unknown";

    public static void MapEnhancedCustomers(this Api api)
    {
        var open = api.Anyone.MapGroup("/enhanced").WithTags("enhanced");
        open.MapPost("/register", Register)
            .WithName("enhancedRegister")
            .WithSummary("Makes a customer with an account, trading account and questionnaire")
            .ProducesProblem(400);
        open.MapPost("/email-validation", LookAtEmail)
            .WithName("validateEmail")
            .WithSummary("The form in which an address is compared, and whether it is free")
            .ProducesProblem(400);
        var staff = api.Staff.MapGroup("/enhanced/customers").WithTags("enhanced");
        staff
            .MapPost("/{customer_id}/sync", Sync)
            .WithName("syncCustomer")
            .WithSummary(
                "Takes trading account and questionnaire over; sent again, it adds nothing. Another e-mail address is passed over, and the message says so"
            )
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404);
        staff
            .MapGet("/{customer_id}/comprehensive", Comprehensive)
            .WithName("comprehensiveCustomer")
            .WithSummary("Everything about a customer in one answer")
            .ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static async Task<IResult> Register(EnhancedRegistration input, HttpContext http, CustomerVerbs customers)
    {
        var customer = await customers.Register(input.Registration, Actors.VisitorOf(http));
        return Results.Created(
            $"/api/customers/{customer.PublicId}",
            new
            {
                success = true,
                user_id = customer.Number,
                unique_id = customer.UniqueId,
                customerId = customer.PublicId,
                message = Words.Of("Customer_Registered"),
            }
        );
    }

    private static async Task<IResult> LookAtEmail(EmailToValidate input, HttpContext http, CustomerVerbs customers)
    {
        var (normalised, isFree) = await customers.LookAtEmail(input.Email, Actors.VisitorOf(http));
        return Results.Ok(
            new
            {
                success = isFree,
                is_available = isFree,
                normalized_email = normalised,
                message = Words.Of(isFree ? "Email_Free" : "Email_Taken"),
            }
        );
    }

    private static async Task<IResult> Sync(
        Actor actor,
        CustomerVerbs customers,
        Questionnaires questionnaires,
        string customer_id,
        SyncInput input
    )
    {
        var c = await questionnaires.Sync(actor, await customers.Resolve(actor, customer_id), input.Profile);
        return Results.Ok(
            new
            {
                success = true,
                data = new
                {
                    prop_firm = c.Facts.PropFirm ?? Unknown,
                    account_type = c.Facts.AccountType ?? Unknown,
                    account_size = c.Facts.AccountSize,
                    trading_experience = Word.Of(c.Experience),
                    risk_tolerance = Word.Of(c.Tolerance),
                    preferred_pairs = c.Questionnaire?.Pairs ?? [],
                    answers = c.Questionnaire?.Answers ?? new Dictionary<string, string>(),
                    risk_assessment = Risk(c.Assessment),
                    version = c.Questionnaire?.Version ?? 0,
                },
                message = Words.Of(Emails.IsOther(input.Email, c.Email) ? "Api_SynchronisedSameEmail" : "Api_Synchronised"),
            }
        );
    }

    private static async Task<IResult> Comprehensive(
        Actor actor,
        CustomerVerbs customers,
        CustomerLists lists,
        Timelines timelines,
        Attachments attachments,
        string customer_id
    )
    {
        var c = await lists.Get(actor, await customers.Resolve(actor, customer_id));
        var activities = await timelines.Read(actor, c.Id, size: 10);
        var pictures = await attachments.Pictures(actor, c.Id);
        return Results.Ok(
            new
            {
                success = true,
                data = new
                {
                    customer = EnhancedCustomer.Of(c),
                    service_data = c.Questionnaire is null
                    && c.Facts.PropFirm is null
                    && c.Facts.AccountType is null
                    && c.Facts.AccountSize == 0
                        ? new object()
                        : ServiceData(c),
                    activities = activities
                        .Items.Select(a => new
                        {
                            id = a.Id,
                            activity_type = a.Kind,
                            description = a.Sentence,
                            timestamp = a.At,
                            actor = a.Actor,
                        })
                        .ToList(),
                    screenshots = pictures
                        .Select(p => new
                        {
                            id = p.Id,
                            filename = p.OriginalName,
                            url = p.Url,
                            size = p.Size,
                            uploaded_at = p.CreatedAt,
                        })
                        .ToList(),
                },
            }
        );
    }

    private static object ServiceData(CustomerDetail c) =>
        new
        {
            customer_id = c.Number,
            email = c.Email,
            questionnaire_data = new
            {
                experience = Word.Of(c.Experience),
                risk_tolerance = Word.Of(c.Tolerance),
                preferred_pairs = c.Questionnaire?.Pairs ?? [],
                answers = c.Questionnaire?.Answers ?? new Dictionary<string, string>(),
                version = c.Questionnaire?.Version ?? 0,
            },
            trading_experience = Word.Of(c.Experience),
            risk_tolerance = Word.Of(c.Tolerance),
            preferred_pairs = c.Questionnaire?.Pairs ?? [],
            answers = c.Questionnaire?.Answers ?? new Dictionary<string, string>(),
            risk_management_plan = c.Plan.Limits,
            risk_assessment = Risk(c.Assessment),
            subscription_plan = c.MembershipTier,
            account_type = c.Facts.AccountType ?? Unknown,
            prop_firm = c.Facts.PropFirm ?? Unknown,
            account_size = c.Facts.AccountSize,
            created_at = c.Trail.CreatedAt,
            last_updated = c.Trail.ModifiedAt ?? c.Trail.CreatedAt,
        };

    private static object Risk(RiskAssessment risk) =>
        new
        {
            score = risk.Score,
            level = risk.Level,
            strategy = risk.Strategy,
            flagged = risk.IsFlagged,
            sensitivity = risk.Sensitivity,
            lines = risk
                .Lines.Select(l => new
                {
                    of = l.Key,
                    value = l.Value,
                    word = l.Word,
                    weight = l.Weight,
                    points = l.Points,
                })
                .ToList(),
        };
}
