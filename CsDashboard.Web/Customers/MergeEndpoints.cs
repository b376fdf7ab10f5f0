using CsDashboard.Customers;
using CsDashboard.Customers.Merging;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Server;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>Records that may be one person's, and making them one.</summary>
internal static class MergeEndpoints
{
    public static void MapMerges(this Api api)
    {
        var staff = api.Staff.MapGroup("/customers").WithTags("customers");
        staff
            .MapGet("/duplicates", List)
            .WithName("listDuplicates")
            .WithSummary("Groups of customers with the same email, phone or name (by), twenty at a time")
            .ProducesProblem(400);
        staff
            .MapGet("/{id}/duplicates", Of)
            .WithName("duplicatesOfCustomer")
            .WithSummary("Records that may be the same person's")
            .ProducesProblem(400)
            .ProducesProblem(404);

        var admin = api.Admin.MapGroup("/customers").WithTags("customers");
        admin
            .MapGet("/{id}/merge", Preview)
            .WithName("previewMerge")
            .WithSummary("What would go over from the record named by with, and which fields differ")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        admin
            .MapPost("/{id}/merge", Merge)
            .WithName("mergeCustomers")
            .WithSummary("Everything of the record named by with goes over to this one, whose names then lead here")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        admin
            .MapPost("/merges/{mergeId}/undo", Undo)
            .WithName("undoMerge")
            .WithSummary("Gives back what a merge moved, for thirty days")
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static async Task<IResult> List(HttpContext http, Actor actor, Duplicates duplicates, string? by = null, string? after = null)
    {
        var page = await duplicates.List(actor, by, after);
        http.TellNext(page.Next);
        return Results.Ok(
            new
            {
                success = true,
                data = page.Items,
                next = page.Next,
            }
        );
    }

    private static async Task<IResult> Of(Actor actor, CustomerVerbs customers, Duplicates duplicates, string id) =>
        Results.Ok(new { success = true, data = await duplicates.Of(actor, await customers.Resolve(actor, id)) });

    private static async Task<IResult> Preview(Actor actor, CustomerVerbs customers, Merges merges, string id, string? with = null) =>
        Results.Ok(
            new
            {
                success = true,
                data = await merges.Preview(actor, await customers.Resolve(actor, id), await customers.Resolve(actor, with)),
            }
        );

    private static async Task<IResult> Merge(Actor actor, CustomerVerbs customers, Merges merges, string id, MergeInput input)
    {
        var winner = await customers.Resolve(actor, id);
        return Results.Ok(
            new
            {
                success = true,
                data = await merges.Merge(
                    actor,
                    winner,
                    await customers.Resolve(actor, input.Checked().With),
                    input.Take,
                    input.BothAccounts
                ),
            }
        );
    }

    private static async Task<IResult> Undo(Actor actor, Merges merges, string mergeId)
    {
        await merges.Undo(actor, Paging.Id(mergeId));
        return Results.Ok(new { success = true });
    }
}
