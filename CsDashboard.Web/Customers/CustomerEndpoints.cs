using System.Text.Json.Serialization;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Desk;
using CsDashboard.Desk.Complaints;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>
/// The company's customers for staff and the service key; decisions about a customer (status, type, deleting) and figures of all customers
/// are for admins.
/// </summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this Api api)
    {
        var staff = api.Staff.MapGroup("/customers").WithTags("customers");
        staff
            .MapGet("", List)
            .WithName("listCustomers")
            .WithSummary("A numbered page of customers; filters status, type, tier, tag and words")
            .ProducesProblem(400);
        staff
            .MapPost("", Add)
            .WithName("addCustomer")
            .WithSummary("Makes a record without an account")
            .ProducesProblem(400)
            .ProducesProblem(409);
        staff
            .MapGet("/search", Search)
            .WithName("searchCustomers")
            .WithSummary("Customers who have the words of q (two letters at least) in names, e-mail, phone or tags")
            .ProducesProblem(400);
        staff
            .MapGet("/{id}", Get)
            .WithName("getCustomer")
            .WithSummary("A customer by number, unique id, public id or outside userId")
            .ProducesProblem(400)
            .ProducesProblem(404);
        staff
            .MapPut("/{id}", Change)
            .WithName("changeCustomer")
            .WithSummary("Changes what is named; the e-mail address never")
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404);
        staff
            .MapPost("/{id}/notes", Note)
            .WithName("noteCustomer")
            .WithSummary("Adds a note, which the customer never sees")
            .ProducesProblem(400)
            .ProducesProblem(404);
        staff
            .MapGet("/{id}/orders", Orders)
            .WithName("listOrdersOfCustomer")
            .WithSummary("A customer's orders in figures, and the newest")
            .ProducesProblem(400)
            .ProducesProblem(404);
        staff
            .MapGet("/{id}/complaints", Complaints)
            .WithName("listComplaintsOfCustomer")
            .WithSummary("A customer's complaints in figures, and the newest")
            .ProducesProblem(400)
            .ProducesProblem(404);

        var admin = api.Admin.MapGroup("/customers").WithTags("customers");
        admin.MapGet("/analytics", Analytics).WithName("customerAnalytics").WithSummary("All customers in figures");
        admin
            .MapPatch("/{id}/status", SetStatus)
            .WithName("setCustomerStatus")
            .WithSummary("Active, Inactive or Suspended; who is not active cannot sign in")
            .ProducesProblem(400)
            .ProducesProblem(404);
        admin
            .MapPatch("/{id}/type", SetType)
            .WithName("setCustomerType")
            .WithSummary("Regular, Premium or VIP")
            .ProducesProblem(400)
            .ProducesProblem(404);
        admin
            .MapDelete("/{id}", Remove)
            .WithName("deleteCustomer")
            .WithSummary("Makes the customer inactive and keeps the record; refused with open orders or complaints")
            .ProducesProblem(400)
            .ProducesProblem(404);

        api.Customer.MapGet("/customers/me/statistics", MyStatistics)
            .WithName("getMyStatistics")
            .WithTags("portal")
            .WithSummary("The customer's own orders and complaints in figures");
    }

    private static async Task<Ok<CustomerPageAnswer>> List(
        Actor actor,
        CustomerLists lists,
        string? status = null,
        string? type = null,
        string? tier = null,
        string? tag = null,
        string? search = null,
        string? searchTerm = null,
        string? q = null,
        string? sortBy = null,
        string? sortOrder = null,
        int page = 1,
        int? limit = null,
        int? per_page = null
    )
    {
        var size = limit ?? per_page ?? 10;
        var (rows, total) = await lists.Numbered(
            actor,
            new CustomerFilter
            {
                Status = status,
                Type = type,
                Tier = tier,
                Tag = tag,
                Search = search ?? searchTerm ?? q,
            },
            page,
            size,
            sortBy,
            sortOrder
        );
        return TypedResults.Ok(CustomerPageAnswer.Of(rows, total, page, size));
    }

    private static async Task<Ok<CustomerSearchAnswer>> Search(
        Actor actor,
        CustomerLists lists,
        string? q = null,
        string? query = null,
        string? search = null,
        int page = 1,
        int? limit = null,
        int? per_page = null
    )
    {
        var (term, size) = (q ?? query ?? search ?? "", limit ?? per_page ?? 10);
        var (rows, total) = await lists.Search(actor, term, page, size);
        return TypedResults.Ok(CustomerSearchAnswer.Of(rows, total, page, size, term));
    }

    private static async Task<Created<CustomerReply>> Add(Actor actor, CustomerVerbs customers, CustomerLists lists, CustomerToAdd input)
    {
        var added = await customers.Add(actor, input.New);
        return TypedResults.Created(
            $"/api/customers/{added.PublicId}",
            CustomerReply.Of(actor, await lists.Get(actor, added.Id), "Api_CustomerAdded")
        );
    }

    private static async Task<Ok<CustomerReply>> Get(Actor actor, CustomerVerbs customers, CustomerLists lists, string id) =>
        TypedResults.Ok(CustomerReply.Of(actor, await lists.Get(actor, await customers.Resolve(actor, id)), "Api_Customer"));

    private static async Task<Ok<CustomerReply>> Change(Actor actor, CustomerVerbs customers, string id, CustomerUpdate input) =>
        TypedResults.Ok(
            CustomerReply.Of(
                actor,
                await customers.Change(actor, await customers.Resolve(actor, id), input.Checked().Change),
                "Api_CustomerChanged"
            )
        );

    private static async Task<Ok<CustomerReply>> Note(
        Actor actor,
        CustomerVerbs customers,
        CustomerNotes notes,
        CustomerLists lists,
        string id,
        NotesInput input
    )
    {
        var customer = await customers.Resolve(actor, id);
        if (string.IsNullOrWhiteSpace(input.Notes))
            throw Refusal.Invalid("notes", Words.Of("Text_Required"));
        await notes.Add(actor, customer, new NewCustomerNote { Text = input.Notes });
        return TypedResults.Ok(CustomerReply.Of(actor, await lists.Get(actor, customer), "Api_NoteAdded"));
    }

    private static async Task<Ok<CustomerReply>> SetStatus(
        Actor actor,
        CustomerVerbs customers,
        CustomerLists lists,
        string id,
        StatusInput input
    )
    {
        var customer = await customers.Resolve(actor, id);
        var status = Word.Read<CustomerStatus>("status", input.Status) ?? throw Refusal.Invalid("status", Words.Of("Text_Required"));
        await customers.SetStatus(actor, customer, status, input.Reason);
        return TypedResults.Ok(CustomerReply.Of(actor, await lists.Get(actor, customer), "Api_StatusSet", status));
    }

    private static async Task<Ok<CustomerReply>> SetType(
        Actor actor,
        CustomerVerbs customers,
        CustomerLists lists,
        string id,
        TypeInput input
    )
    {
        var customer = await customers.Resolve(actor, id);
        var type = Word.Read<CustomerType>("type", input.Type) ?? throw Refusal.Invalid("type", Words.Of("Text_Required"));
        await customers.SetType(actor, customer, type);
        return TypedResults.Ok(CustomerReply.Of(actor, await lists.Get(actor, customer), "Api_TypeSet", type));
    }

    private static async Task<IResult> Remove(Actor actor, CustomerVerbs customers, string id)
    {
        var customer = await customers.Get(actor, await customers.Resolve(actor, id));
        var at = await customers.Remove(actor, customer.Id);
        return Results.Ok(
            new
            {
                success = true,
                message = Words.Of("Api_CustomerRemoved"),
                data = new { customerId = customer.PublicId, deletedAt = at },
                details = new
                {
                    customer_id = customer.Number,
                    permanent_record_created = true,
                    status_changed_to = "inactive",
                },
            }
        );
    }

    private static async Task<IResult> Analytics(Actor actor, CustomerBoards boards)
    {
        var all = (await boards.Of(actor)).All;
        return Results.Ok(
            new
            {
                success = true,
                message = Words.Of("Api_Analytics"),
                data = new
                {
                    totalCustomers = all.Total,
                    customersByStatus = all.ByStatus.ToDictionary(s => s.Key.ToString(), s => s.Value),
                    customersByType = all.ByType.ToDictionary(t => t.Key.ToString(), t => t.Value),
                    orderStatistics = new
                    {
                        totalOrders = all.Orders,
                        totalOrderValue = all.OrderValue,
                        averageOrderValue = all.AverageOrderValue,
                    },
                    complaintStatistics = new { totalComplaints = all.Complaints, openComplaints = all.OpenComplaints },
                    newCustomersThisMonth = all.NewThisMonth,
                    generatedAt = all.At,
                },
            }
        );
    }

    private static async Task<IResult> Orders(
        Actor actor,
        CustomerVerbs customers,
        CustomerLists lists,
        ICustomerOrders orders,
        string id,
        string? status = null,
        int page = 1,
        int limit = 10
    )
    {
        var customer = await lists.Get(actor, await customers.Resolve(actor, id));
        var (summary, newest, degraded) = await orders.Of(actor, customer.Id, limit, page, status);
        return Results.Ok(
            new
            {
                success = true,
                message = Words.Of(degraded ? "Orders_Gone" : "Api_Orders"),
                data = new
                {
                    customerId = customer.PublicId,
                    userId = customer.UserId,
                    summary = new
                    {
                        totalOrders = summary.Total,
                        totalOrderValue = summary.Value,
                        averageOrderValue = summary.Mean,
                        lastOrderDate = summary.LastAt,
                    },
                    statusBreakdown = summary.ByWord,
                    currency = summary.Currency.Code,
                    notConverted = ApartAnswer.Of(summary.Apart),
                    recentOrders = newest.Select(Recent).ToList(),
                    note = degraded ? Words.Of("Figures_OfRecord") : null,
                },
            }
        );
    }

    private static object Recent(OrderView o)
    {
        var told = AmountTold.Of(o);
        return new
        {
            orderId = o.Number,
            orderDate = o.PlacedAt,
            orderStatus = o.Word,
            totalAmount = told.Amount,
            currency = told.Currency,
            itemCount = o.Items,
            originalAmount = told.OriginalAmount,
            originalCurrency = told.OriginalCurrency,
            converted = told.Converted,
            deliveryAddress = new
            {
                city = o.City,
                state = o.State,
                country = o.Country,
            },
        };
    }

    private static async Task<IResult> Complaints(
        Actor actor,
        CustomerVerbs customers,
        CustomerLists lists,
        ICustomerComplaints complaints,
        string id,
        string? status = null,
        int limit = 10
    )
    {
        var customer = await lists.Get(actor, await customers.Resolve(actor, id));
        var of = await complaints.Of(actor, customer.Id, limit, status);
        return Results.Ok(
            new
            {
                success = true,
                message = Words.Of(of.IsDegraded ? "Complaints_Gone" : "Api_Complaints"),
                data = new
                {
                    customerId = customer.PublicId,
                    userId = customer.UserId,
                    summary = new
                    {
                        totalComplaints = of.Total,
                        openComplaints = of.Open,
                        resolvedComplaints = of.Total - of.Open,
                        lastComplaintDate = of.LastAt,
                    },
                    statusBreakdown = of.ByWord,
                    recentComplaints = of
                        .Newest.Select(c => new
                        {
                            complaintId = c.Number,
                            ticketId = c.TicketId,
                            orderId = c.OrderId,
                            category = c.Category,
                            subject = c.Subject,
                            status = c.Status,
                            priority = c.Priority,
                            createdAt = c.CreatedAt,
                            resolvedAt = c.ResolvedAt,
                        })
                        .ToList(),
                    note = of.IsDegraded ? Words.Of("Figures_OfRecord") : null,
                },
            }
        );
    }

    private static async Task<IResult> MyStatistics(Actor actor, CustomerVerbs customers)
    {
        var me = await customers.Me(actor);
        var figures = me.Figures;
        return Results.Ok(
            new
            {
                success = true,
                message = Words.Of("Api_Statistics"),
                data = new StatisticsAnswer(
                    figures.TotalOrders,
                    figures.TotalOrderValue,
                    figures.TotalComplaints,
                    figures.OpenComplaints,
                    figures.LastOrderAt,
                    figures.LastComplaintAt,
                    me.CreatedAt
                ),
            }
        );
    }
}
