using System.IO.Compression;
using System.Net;
using CsDashboard.Customers;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Customers;

/// <summary>Merging, handing out, erasing and keeping, over HTTP.</summary>
public sealed class PrivacyEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private HttpClient Amina => app.Client(app.Amina);

    private Task<CustomerView> Added(string name, string email) =>
        app.Get<CsDashboard.Customers.CustomerRecords>()
            .Add(
                app.Karim,
                new NewCustomer
                {
                    Name = name,
                    Email = email,
                    Phone = "+966 55 123 4567",
                }
            );

    private static async Task Refused(Task<HttpResponseMessage> sent, int status, string? code = null, string? field = null)
    {
        using var response = await sent;
        await response.ShouldBeProblem(status, code, field);
    }

    [Fact]
    public async Task Records_are_found_merged_and_parted()
    {
        var (one, other) = (await Added("Nadia Aziz", "nadia@example.org"), await Added("Nadia Aziz", "nadia+2@example.org"));
        (await app.Client(app.Karim).Get($"api/customers/{one.PublicId}/duplicates"))
            .GetProperty("data")
            .EnumerateArray()
            .Select(d => d.Text("publicId"))
            .ShouldBe([other.PublicId]);
        (await app.Client(app.Karim).Get("api/customers/duplicates?by=email"))
            .GetProperty("data")
            .EnumerateArray()
            .Select(d => d.Text("key"))
            .ShouldBe(["nadia@example.org"]);
        (await Amina.Get($"api/customers/{one.UniqueId}/merge?with={other.Number}"))
            .GetProperty("data")
            .GetProperty("loser")
            .Text("uniqueId")
            .ShouldBe(other.UniqueId);
        await Refused(Amina.Post($"api/customers/{one.PublicId}/merge", new { with = one.UniqueId }), 409, "merge_itself");
        await Refused(Amina.Post($"api/customers/{one.PublicId}/merge", new { with = "" }), 400, field: "with");
        await Refused(Amina.Post($"api/customers/{one.PublicId}/merge", new { with = app.Oskar.CustomerId }), 404);
        await Refused(app.Client(app.Karim).Post($"api/customers/{one.PublicId}/merge", new { with = other.UniqueId }), 403);
        await Refused(app.Client(app.Karim).GetAsync("api/customers/duplicates?by=shoes"), 400, field: "by");
        using var merged = await Amina.Post($"api/customers/{one.PublicId}/merge", new { with = other.UniqueId, take = new[] { "name" } });
        await merged.ShouldBe(HttpStatusCode.OK);
        (await Amina.Get("api/customers/" + other.PublicId)).GetProperty("data").Text("customerId").ShouldBe(one.PublicId);
        var merge = (await merged.Json()).GetProperty("data").Text("id");
        using var undone = await Amina.Post($"api/customers/merges/{merge}/undo", new { });
        await undone.ShouldBe(HttpStatusCode.OK);
        (await Amina.Get("api/customers/" + other.PublicId)).GetProperty("data").Text("customerId").ShouldBe(other.PublicId);
        await Refused(Amina.Post($"api/customers/merges/{merge}/undo", new { }), 409, "merge_undone");
    }

    [Fact]
    public async Task Everything_is_handed_out_as_one_file_to_the_admin_and_to_its_customer()
    {
        foreach (
            var (client, path) in new[]
            {
                (Amina, $"api/customers/{app.David.CustomerId}/export"),
                (app.Client(app.David), "api/customers/me/export"),
            }
        )
        {
            using var response = await client.GetAsync(path);
            await response.ShouldBe(HttpStatusCode.OK);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
            await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            using var page = new StreamReader(await zip.GetEntry("index.html")!.OpenAsync(TestContext.Current.CancellationToken));
            (await page.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("david@example.com");
        }
        await Refused(app.Client(app.David).GetAsync("api/customers/me/export"), 429);
        foreach (var other in new[] { app.Client(app.Karim), app.Client(app.Sara), app.Service })
            await Refused(other.GetAsync($"api/customers/{app.David.CustomerId}/export"), 403);
        await Refused(app.Client(app.Karim).GetAsync("api/customers/me/export"), 403);
        await Refused(app.Client(app.Omar).GetAsync($"api/customers/{app.David.CustomerId}/export"), 404);
    }

    [Fact]
    public async Task A_customer_is_erased_by_an_admin_who_confirms()
    {
        var gone = await Added("Gone Away", "gone@example.org");
        (await Amina.Get($"api/customers/{gone.PublicId}/erasure"))
            .GetProperty("data")
            .GetProperty("lines")
            .GetArrayLength()
            .ShouldBeGreaterThan(10);
        await Refused(Amina.Post($"api/customers/{gone.PublicId}/erasure", new { confirm = "Gone" }), 400, field: "confirm");
        await Refused(
            Amina.Post($"api/customers/{gone.PublicId}/erasure", new { confirm = gone.UniqueId, fates = new { orders = "burn" } }),
            400,
            field: "fates"
        );
        await Refused(app.Client(app.Karim).Post($"api/customers/{gone.PublicId}/erasure", new { confirm = gone.UniqueId }), 403);
        using var erased = await Amina.Post(
            $"api/customers/{gone.PublicId}/erasure",
            new { confirm = gone.UniqueId, fates = new { tickets = "erase" } }
        );
        await erased.ShouldBe(HttpStatusCode.OK);
        var data = (await Amina.Get("api/customers/" + gone.UniqueId)).GetProperty("data");
        data.Text("email").ShouldEndWith("@erased.invalid");
        data.Text("fullName").ShouldNotContain("Gone");
        await Refused(Amina.Post($"api/customers/{gone.PublicId}/erasure", new { confirm = gone.UniqueId }), 409, "erased");
    }

    [Fact]
    public async Task A_company_says_how_long_it_keeps_what()
    {
        using var set = await Amina.Put("api/retention", new { kind = "bells", days = 365 });
        await set.ShouldBe(HttpStatusCode.OK);
        (await Amina.Get("api/retention"))
            .GetProperty("data")
            .EnumerateArray()
            .Single(r => r.Text("kind") == "bells")
            .GetProperty("days")
            .GetInt32()
            .ShouldBe(365);
        await Refused(Amina.Put("api/retention", new { kind = "bells", days = 0 }), 400, field: "days");
        await Refused(Amina.Put("api/retention", new { kind = "shoes", days = 5 }), 400, field: "kind");
        await Refused(app.Client(app.Karim).GetAsync("api/retention"), 403);
        (await app.Client(app.Omar).Get("api/retention"))
            .GetProperty("data")
            .EnumerateArray()
            .ShouldAllBe(r => r.GetProperty("days").ValueKind == System.Text.Json.JsonValueKind.Null);
    }
}
