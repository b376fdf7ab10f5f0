using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Catalogue;

namespace CsDashboard.Tests.Marketplace;

/// <summary>
/// Every call of the shop as the contract has it (contract: market, Calls): what the answer holds, and who gets none: a visitor, somebody
/// without the right, another customer, the staff of another company.
/// </summary>
public sealed class MarketContractTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Market = "api/marketplace/";
    private readonly Dictionary<string, string> known = [];

    private sealed record Call(HttpMethod Method, string Path, string Who, string Body, string[] Fields);

    [Fact]
    public async Task Each_call_answers_with_the_fields_of_the_contract_and_strangers_with_none()
    {
        await app.Sells();
        var shelf = await app.Get<Categories>().Save(app.Amina, null, new() { Name = "Electronics" });
        var category = await app.Get<Categories>().Of(app.Amina, shelf);
        var thing = await Shelf.Thing(app.Get<Products>(), app.Amina, with: p => p.CategoryId = category.Id);
        (known["product"], known["category"], known["slug"], known["me"]) = (
            $"{thing.Product.Number}",
            $"{shelf}",
            category.Slug,
            $"{app.David.CustomerId}"
        );
        var calls = Calls();
        calls.Count.ShouldBeGreaterThan(45, "The test calls nothing.");
        foreach (var call in calls)
        {
            await Strangers(call);
            await Good(call);
        }
    }

    private static List<Call> Calls() =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Marketplace", "Cases", "market-calls.txt"))
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(part => new Call(
                    HttpMethod.Parse(part[0].Split(' ')[0]),
                    part[0].Split(' ')[1],
                    part[1],
                    part[2],
                    part[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )),
        ];

    private string Filled(string text) =>
        known.Aggregate(text, (t, word) => t.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));

    private Task<HttpResponseMessage> Send(HttpClient client, Call call) =>
        client.SendJson(call.Method, Market + Filled(call.Path), call.Body.Length > 0 ? Filled(call.Body) : null);

    private async Task Strangers(Call call)
    {
        async Task Refused(HttpClient client, int status)
        {
            using var answer = await Send(client, call);
            await answer.ShouldBeProblem(status);
        }
        if (call.Who == "none")
            return;
        await Refused(app.Anonymous, 401);
        if (call.Who == "customer")
            await Refused(app.Client(app.Sara), 404);
        else
            await Refused(app.Client(app.David), 403);
        if (call.Who == "admin")
            await Refused(app.Client(app.Karim), 403);
        // Numbers mean nothing there: a product, order, return or customer of ours is not found.
        await Refused(app.Client(call.Who == "admin" ? app.Omar : app.Olga), 404);
    }

    private async Task Good(Call call)
    {
        var client = call.Who switch
        {
            "none" => app.Anonymous,
            "customer" => app.Client(app.David),
            "agent" => app.Client(app.Karim),
            _ => app.Client(app.Amina),
        };
        using var response = await Send(client, call);
        await response.ShouldBe(200);
        var answer = await response.Json();
        var isBare = call.Fields.FirstOrDefault() == "[]";
        answer.ValueKind.ShouldBe(isBare ? JsonValueKind.Array : JsonValueKind.Object, call.Path);
        if (isBare && call.Fields.Length > 1)
            answer.GetArrayLength().ShouldBePositive(call.Path);
        foreach (var row in isBare ? answer.EnumerateArray().ToArray() : [answer])
        foreach (var field in call.Fields.Where(f => f != "[]"))
            row.TryGetProperty(field, out _).ShouldBeTrue($"{call.Method} {call.Path} has no {field}");
        foreach (var id in new[] { "order_id", "return_id", "question_id", "alert_id" })
            if (!isBare && answer.TryGetProperty(id, out var told))
                known[id] = told.ToString();
    }
}
