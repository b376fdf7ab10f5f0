using Bunit;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Web.Customers;

namespace CsDashboard.Tests.Customers;

/// <summary>The pages on which a file of customers comes in, as they are drawn.</summary>
public sealed class ImportPagesTests
{
    [Fact]
    public async Task An_admin_chooses_separator_and_headings_of_a_file_and_the_preview_is_read_again()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var imports = house.Get<CustomerImports>();
        var import = await imports.Upload(
            house.Amina,
            "fair.csv",
            new MemoryStream(
                "Exported,by,Amina\nFair,2026,Riyadh\nName;Email;Company\nAnn Lee;ann@example.org;Lee, Sons, Ltd\nBob Roe;bob@example.org;Roe, Roe, Co\n"u8.ToArray()
            )
        );
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Open<ImportRunPage>($"/desk/customers/import/{import.Id}", p => p.Add(i => i.Id, import.Id));
        page.WaitForElement("#import-separator option").TextContent.ShouldBe("Detected: Comma (,)");
        page.Find("#import-headings option").TextContent.ShouldBe("Detected: Line 1");
        page.WaitForElement(".notice[role=alert]").TextContent.ShouldContain("Name");
        await page.Find("#import-separator").ChangeAsync("semicolon");
        page.WaitForAssertion(() => page.FindAll(".import-match th bdi").Select(h => h.TextContent).ShouldBe(["Name", "Email", "Company"]));
        await page.Find("#import-check").ClickAsync();
        page.WaitForElement("[data-check]").TextContent.ShouldContain("2 to add");
        screen.Go(page.Find(".steps a").GetAttribute("href")!);
        page.WaitForElement("#import-headings option").TextContent.ShouldBe("Detected: Line 3");
        page.FindAll("#import-headings option").Select(o => o.TextContent).ShouldContain("Line 3: Name · Email · Company");
        await page.Find("#import-headings").ChangeAsync("0");
        page.WaitForAssertion(() => page.Find(".import-match th bdi").TextContent.ShouldBe("Column 1"));
        // The last line leaves no rows: said, and nothing has changed.
        await page.Find("#import-headings").ChangeAsync("5");
        page.WaitForAssertion(() =>
            page.FindAll(".notice[role=alert]").Select(n => n.TextContent).ShouldContain(t => t.Contains("no rows"))
        );
        (await imports.Get(house.Amina, import.Id)).Shape.ShouldBe(new ImportShape(';', 0));
        // Somebody else chooses meanwhile: the columns here follow.
        await imports.Reshape(house.Amina, import.Id, new ImportShape(';', 3));
        page.WaitForAssertion(() => page.Find(".import-match th bdi").TextContent.ShouldBe("Name"));
    }
}
