using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Customers;

/// <summary>A customer's personal data: exported, erased, and kept for a limited time.</summary>
internal static class PrivacyEndpoints
{
    public static void MapPrivacy(this Api api)
    {
        api.Customer.MapGet("/customers/me/export", Mine)
            .WithName("exportMine")
            .WithTags("portal")
            .WithSummary("Everything kept of the customer as a ZIP; once in ten minutes")
            .Produces(200, contentType: "application/zip")
            .ProducesProblem(429);
        var admin = api.Admin.MapGroup("/customers").WithTags("customers");
        admin
            .MapGet("/{id}/export", Export)
            .WithName("exportCustomer")
            .WithSummary("Everything kept of a customer as a ZIP; recorded")
            .Produces(200, contentType: "application/zip")
            .ProducesProblem(400)
            .ProducesProblem(404);
        admin
            .MapGet("/{id}/erasure", Plan)
            .WithName("planErasure")
            .WithSummary("What is kept of a customer by kind, what may become of it and why; how far an erasing has come")
            .ProducesProblem(400)
            .ProducesProblem(404);
        admin
            .MapPost("/{id}/erasure", Erase)
            .WithName("eraseCustomer")
            .WithSummary("Ends the account and erases, makes anonymous or keeps each kind; confirm is number or unique id")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);
        var retention = api.Admin.MapGroup("/retention").WithTags("audit");
        retention.MapGet("", Read).WithName("readRetention").WithSummary("For how many days the company keeps which kind of data");
        retention
            .MapPut("", Set)
            .WithName("setRetention")
            .WithSummary("Keeps a kind for so many days, or, with null, for ever")
            .ProducesProblem(400);
    }

    private static async Task<IResult> Mine(Actor actor, CustomerArchives archives) => Sent(await archives.Mine(actor));

    private static async Task<IResult> Export(Actor actor, CustomerVerbs customers, CustomerArchives archives, string id) =>
        Sent(await archives.Of(actor, await customers.Resolve(actor, id)));

    private static IResult Sent(CustomerArchive archive) => new Archive(archive);

    private static async Task<IResult> Plan(Actor actor, CustomerVerbs customers, Erasures erasures, string id) =>
        Results.Ok(new { success = true, data = await erasures.Plan(actor, await customers.Resolve(actor, id)) });

    // Leaving the page does not stop it: it has begun, and the schedule would continue it.
    private static async Task<IResult> Erase(Actor actor, CustomerVerbs customers, Erasures erasures, string id, ErasureInput input)
    {
        var begun = await erasures.Begin(actor, await customers.Resolve(actor, id), input);
        return Results.Ok(new { success = true, data = await erasures.Run(actor, begun.Id) });
    }

    private static async Task<IResult> Read(Actor actor, Retention retention) =>
        Results.Ok(new { success = true, data = await retention.Read(actor) });

    private static async Task<IResult> Set(Actor actor, Retention retention, RetentionInput input)
    {
        await retention.Set(actor, input.Kind, input.Days);
        return Results.Ok(new { success = true, data = await retention.Read(actor) });
    }

    /// <summary>Written to the caller as it is read.</summary>
    private sealed class Archive(CustomerArchive archive) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.ContentType = "application/zip";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{archive.FileName}\"";
            http.Response.Headers.CacheControl = "no-store";
            // The ends of a ZIP's entries are written synchronously, which the response body refuses; the pipe in front of it accepts that.
            await using var body = http.Response.BodyWriter.AsStream(leaveOpen: true);
            await archive.Write(body, http.RequestAborted);
        }
    }
}
