using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Web.Marketplace;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>What other services tell of customers, with the service key alone (contract: crm, Internal API).</summary>
internal static class ServiceEndpoints
{
    public static void MapServices(this Api api)
    {
        var service = api.Service.MapGroup("/customers/internal").WithTags("service");
        service
            .MapPost("/create", Create)
            .WithName("createCustomerOfService")
            .WithSummary("A record for a userId; sent again, the one that is there")
            .ProducesProblem(400)
            .ProducesProblem(409);
        service
            .MapPatch("/{customerId}/statistics", SetFigures)
            .WithName("setStatisticsOfCustomer")
            .WithSummary("Sets the figures that are sent, as absolute values")
            .ProducesProblem(400)
            .ProducesProblem(404);
        service
            .MapGet("/user/{userId}", OfUser)
            .WithName("getCustomerOfUser")
            .WithSummary("The customer behind a userId")
            .ProducesProblem(404);
        service
            .MapPost("/{customerId}/orders", Record)
            .WithName("recordOrder")
            .WithSummary("An order, new or in its new state, by its number")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<Ok<CustomerReply>> Create(Actor actor, CustomerVerbs customers, OutsideCustomer input)
    {
        var (customer, existed) = await customers.Create(actor, input.Checked().New);
        return TypedResults.Ok(CustomerReply.Of(actor, customer, existed ? "Api_CustomerExists" : "Api_CustomerAdded"));
    }

    private static async Task<Ok<CustomerReply>> SetFigures(Actor actor, CustomerVerbs customers, string customerId, FiguresInput input) =>
        TypedResults.Ok(
            CustomerReply.Of(
                actor,
                await customers.SetFigures(actor, await customers.Resolve(actor, customerId), input),
                "Api_StatisticsSet"
            )
        );

    private static async Task<Ok<CustomerReply>> OfUser(Actor actor, CustomerVerbs customers, CustomerLists lists, string userId) =>
        TypedResults.Ok(CustomerReply.Of(actor, await lists.Get(actor, await customers.ResolveUser(actor, userId)), "Api_Customer"));

    private static async Task<IResult> Record(
        Actor actor,
        CustomerVerbs customers,
        Orders orders,
        string customerId,
        OrderInput input,
        [FromHeader(Name = "Idempotency-Key")] string? key
    )
    {
        var id = await customers.Resolve(actor, customerId);
        var (order, isNew) = await orders.Record(actor.Sending(key, "order", id, input), id, input);
        var told = AmountTold.Of(order);
        var body = new
        {
            success = true,
            message = Words.Of(isNew ? "Api_OrderAdded" : "Api_OrderKnown"),
            data = new
            {
                orderId = order.Number,
                orderStatus = order.Word,
                totalAmount = told.Amount,
                currency = told.Currency,
                itemCount = order.Items,
                orderDate = order.PlacedAt,
            },
        };
        return isNew ? Results.Created($"/api/customers/{customerId}/orders", body) : Results.Ok(body);
    }
}
