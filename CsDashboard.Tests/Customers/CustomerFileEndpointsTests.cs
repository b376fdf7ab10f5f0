using System.Net;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Customers;

/// <summary>Files that the list of customers hands out.</summary>
public sealed class CustomerFileEndpointsTests(TestApp app) : IClassFixture<TestApp>
{
    private static async Task<(byte[] Bytes, List<CsvRow> Rows)> File(HttpResponseMessage response)
    {
        await response.ShouldBe(HttpStatusCode.OK);
        (response.Content.Headers.ContentType!.ToString(), response.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(
            ("text/csv; charset=utf-8", "attachment")
        );
        var (bytes, rows) = (await response.Content.ReadAsByteArrayAsync(), new List<CsvRow>());
        await foreach (var row in CsvFile.Read(new MemoryStream(bytes)))
            rows.Add(row);
        return (bytes, rows);
    }

    [Fact]
    public async Task The_export_is_what_is_filtered_with_no_formula_in_it_and_comes_back_the_same_by_an_import()
    {
        var customers = app.Get<CsDashboard.Customers.CustomerRecords>();
        foreach (
            var (name, phone) in new[]
            {
                ("=HYPERLINK(\"http://evil\")", "+966500000001"),
                ("@SUM(1)", "+966500000002"),
                ("سارة; \"ال\" منصوري", "050"),
            }
        )
        {
            var added = await customers.Add(
                app.Karim,
                new NewCustomer
                {
                    Name = name,
                    Email = $"exported{Guid.NewGuid():N}@example.org",
                    Phone = phone,
                }
            );
            await customers.Change(app.Karim, added.Id, new CustomerChange { Tags = ["exported"], Company = "+cmd|x" });
        }
        var amina = await app.Browser(app.Amina);
        using var response = await amina.GetAsync("app/customers/export.csv?tag=exported&columns=email&after=zzz");
        var (bytes, rows) = await File(response);
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        rows.Count.ShouldBe(4);
        rows[0].Cells[3..6].ShouldBe(["name", "other name", "email"]);
        var cells = rows.Skip(1).SelectMany(r => r.Cells).ToList();
        cells.ShouldContain("'=HYPERLINK(\"http://evil\")");
        cells.ShouldContain("'+966500000001");
        cells.ShouldContain("سارة; \"ال\" منصوري");
        cells.ShouldAllBe(c => c.Length == 0 || !"=+-@\t\r".Contains(c[0]));
        // Its columns are understood, and everybody in it exists already.
        var imports = app.Get<CustomerImports>();
        var import = await imports.Upload(app.Amina, "back.csv", new MemoryStream(bytes));
        var check = await imports.Check(app.Amina, import.Id, (await imports.Head(app.Amina, import.Id)).Columns);
        (check.Good, check.Known, check.Faulty).ShouldBe((0, 3, 0), string.Join('\n', check.Faults.SelectMany(f => f.Faults)));
    }

    [Fact]
    public async Task An_amount_of_the_export_says_its_currency_and_so_does_one_in_the_archive()
    {
        await using var apart = await TestApp.Start();
        await apart
            .Get<CsDashboard.Marketplace.Orders>()
            .Record(
                apart.Product,
                apart.Sara.CustomerId!.Value,
                new()
                {
                    Number = "C-1",
                    Status = "delivered",
                    Total = 12.5m,
                }
            );
        foreach (var currency in new[] { "USD", "SAR" })
        {
            if (currency != "USD")
            {
                await apart.Get<CsDashboard.Marketplace.Currencies>().SetCompany(apart.Amina, currency);
                await apart
                    .Get<CsDashboard.Marketplace.Currencies>()
                    .SetRate(
                        apart.Amina,
                        new()
                        {
                            Currency = "USD",
                            Rate = 3.75m,
                            From = new DateOnly(2020, 1, 1),
                        }
                    );
            }
            var amount = currency == "USD" ? "12.5" : "46.88";
            using var response = await (await apart.Browser(apart.Amina)).GetAsync("app/customers/export.csv?q=sara");
            var (_, rows) = await File(response);
            string Cell(string heading) => rows[1].Cells[Array.IndexOf(rows[0].Cells, heading)];
            (Cell("order value"), Cell("order value currency")).ShouldBe((amount, currency));
            using var archive = await apart.Client(apart.Amina).GetAsync($"api/customers/{apart.Sara.CustomerId}/export");
            await using var zip = new System.IO.Compression.ZipArchive(
                await archive.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
            );
            using var profile = new StreamReader(await zip.GetEntry("profile.json")!.OpenAsync(TestContext.Current.CancellationToken));
            (await profile.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain($"{amount} {currency}");
        }
    }

    [Fact]
    public async Task The_errors_of_a_file_are_a_file_in_the_language_of_who_asks()
    {
        var imports = app.Get<CustomerImports>();
        var import = await imports.Upload(
            app.Amina,
            "bad.csv",
            new MemoryStream(Encoding.UTF8.GetBytes("name,email,phone\nX,nobody,\nAnn,ann@example.org,=1+x\n"))
        );
        var amina = await app.Browser(app.Amina);
        using var response = await amina.GetAsync($"app/customers/imports/{import.Id}/errors.csv");
        var (_, rows) = await File(response);
        rows.Select(r => string.Join('|', r.Cells[..3]) + "|" + r.Cells[4])
            .ShouldBe(["Line|Field|In the file|Outcome", "2|E-mail|nobody|Skipped", "3|Phone|'=1+x|Added without this value"]);
        // Other columns, other errors.
        using var other = await amina.GetAsync($"app/customers/imports/{import.Id}/errors.csv?columns=phone,email,name");
        (await File(other)).Rows.Count.ShouldBeGreaterThan(3);
        foreach (var columns in new[] { "salary", "name", "name,name,email", new string(',', 300) })
        {
            using var bad = await amina.GetAsync($"app/customers/imports/{import.Id}/errors.csv?columns={columns}");
            await bad.ShouldBeProblem(400, field: "columns");
        }
    }

    [Fact]
    public async Task Only_admins_with_their_pages_open_get_them_and_bad_filters_are_refused()
    {
        var amina = await app.Browser(app.Amina);
        foreach (
            var (query, field) in new[]
            {
                ("status=gone", "status"),
                ("tier=gold", "tier"),
                ("sort=up", "sort"),
                ("ordered-days=x", "orderedDays"),
                ("ordered-from=2026-13-01", "orderedFrom"),
                ("value-from=abc", "valueFrom"),
                ("value-to=-5", "valueTo"),
            }
        )
        {
            using var bad = await amina.GetAsync("app/customers/export.csv?" + query);
            await bad.ShouldBeProblem(400, field: field);
        }
        foreach (var wrong in new[] { app.Karim, app.Sara })
        {
            using var refused = await (await app.Browser(wrong)).GetAsync("app/customers/export.csv");
            await refused.ShouldBeProblem(403);
        }
        using (var nobody = await app.Anonymous.GetAsync("app/customers/export.csv"))
            await nobody.ShouldBeProblem(401);
        // Not with a token of the API: this is a door of the pages.
        using (var token = await app.Client(app.Amina).GetAsync("app/customers/export.csv"))
            ((int)token.StatusCode).ShouldBeOneOf(401, 403);
        using var theirs = await (await app.Browser(app.Omar)).GetAsync("app/customers/export.csv");
        (await File(theirs)).Rows.Skip(1).Select(r => r.Cells[3]).ShouldBe(["Oskar"]);
    }
}
