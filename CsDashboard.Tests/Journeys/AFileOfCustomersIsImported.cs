using System.Text;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class AFileOfCustomersIsImported
{
    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    [Fact]
    public async Task An_admin_sees_the_errors_mends_them_imports_and_takes_it_back()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("desk/customers");
        await amina.Find("a[href='/desk/customers/import']").ClickAsync();
        await amina.Arrives("/desk/customers/import$");
        await Right(amina);

        // A file that isn't a list is refused at once.
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "photo.csv",
                    MimeType = "text/csv",
                    Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 0xFF],
                }
            );
        await amina.Sees(".field-error").ToContainTextAsync("UTF-8");

        // One of three rows is wrong, and a cell of another.
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                File(
                    "fair.csv",
                    "Client;Mail;Mobile\nNadia Aziz;nadia@example.org;+966 50 000 0001\nYusuf;yusuf;\nLayla;layla@example.org;call me\n"
                )
            );
        await amina.Arrives("/desk/customers/import/[0-9a-f-]{36}");
        await amina.Sees(".steps [aria-current=step]").ToContainTextAsync("Columns");
        await Right(amina);
        await amina.Find("#import-check").ClickAsync();
        await amina.Arrives(@"/desk/customers/import/.*step=check");
        await amina.Sees("[data-check]").ToContainTextAsync("2 to add, 0 already here, 1 with errors");
        await amina.Sees(".import-faults tbody tr").ToHaveCountAsync(2);
        await amina.Sees(".import-faults").ToContainTextAsync("Phone");
        await Right(amina);
        var errors = await amina.Page.RunAndWaitForDownloadAsync(() => amina.Find("a[href*='errors.csv']").ClickAsync());
        (await System.IO.File.ReadAllLinesAsync(await errors.PathAsync())).Length.ShouldBe(3);
        // A column that is left out has no errors, there and back and after a reload; and one that is needed is asked for.
        await amina.Find(".steps a").First.ClickAsync();
        await amina.Find("#column-2").SelectOptionAsync("");
        await amina.Find("#import-check").ClickAsync();
        await amina.Sees("[data-check]").ToContainTextAsync("2 to add");
        await amina.Sees(".import-faults tbody tr").ToHaveCountAsync(1);
        await amina.Page.ReloadAsync();
        await amina.Settle();
        await amina.Sees(".import-faults tbody tr").ToHaveCountAsync(1);
        await amina.Page.GoBackAsync();
        await amina.Sees("#column-2").ToHaveValueAsync("");
        await amina.Find("#column-1").SelectOptionAsync("");
        await amina.Sees(".notice[role=alert]").ToContainTextAsync("E-mail");
        await amina.Sees("#import-check").ToBeDisabledAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Discard file" }).ClickAsync();

        // Mended, it runs; twice clicked it runs once.
        await amina.Arrives("/desk/customers/import$");
        await amina
            .Find("#import-file")
            .SetInputFilesAsync(
                File(
                    "fair.csv",
                    "Client;Mail;Mobile\nNadia Aziz;nadia@example.org;+966 50 000 0001\nYusuf;yusuf@example.org;\nLayla;layla@example.org;050\n"
                )
            );
        await amina.Find("#import-check").ClickAsync();
        await amina.Sees("[data-check]").ToContainTextAsync("3 to add");
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).DblClickAsync();
        await amina.Sees("[data-figure=added]").ToHaveTextAsync("3");
        await amina.Sees(".page-head .badge").ToHaveTextAsync("Done");
        await Right(amina);
        await app.Drain();
        await amina.Go("desk/customers?q=nadia");
        await amina.Sees("[data-row-link]").ToHaveCountAsync(1);
        // One of them is talked to meanwhile.
        await amina.Find(".record-row .record-tick input").ClickAsync();
        await amina.Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Tags" }).ClickAsync();
        await amina.Find(".popup:popover-open input").FillAsync("fair");
        await amina.Press("Enter");
        await amina.Sees(".toast").ToContainTextAsync("1 customer changed");
        await amina.Sees(".record-tags").ToContainTextAsync("fair");
        await Right(amina);

        // Taken back: she stays, the others go.
        await amina.Go("desk/customers/import");
        await amina.Find("table a").First.ClickAsync();
        await amina.Page.GetByRole(AriaRole.Button, new() { Name = "Undo import" }).ClickAsync();
        await amina.Find("dialog[open] .btn-danger").ClickAsync();
        await amina.Sees("[data-figure=removed]").ToHaveTextAsync("2");
        await amina.Sees("[data-figure=kept]").ToHaveTextAsync("1");
        await amina.Sees(".import-kept li").ToContainTextAsync("Nadia Aziz");
        await Right(amina);
        await amina.Go("desk/customers");
        await amina.Sees("[data-row-link]").ToHaveCountAsync(3);
        browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_view_is_saved_chosen_again_and_shared_in_Arabic_on_a_phone_too()
    {
        await using var app = await TestApp.Start();
        await using var browser = new Browser(app);
        var karim = await browser.As(app.Karim);
        await karim.Go("desk/customers");
        // Columns of his own, kept for him.
        await Choose(karim, "Columns");
        await karim.Page.Locator("dialog[open] .check", new() { HasText = "Company" }).ClickAsync();
        await karim.Page.Locator("dialog[open] .check", new() { HasText = "Customer since" }).ClickAsync();
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await karim.Sees("table[data-list=customers] th").ToHaveCountAsync(3);
        await Right(karim);
        await karim.Page.GetByRole(AriaRole.Button, new() { Name = "More filters" }).ClickAsync();
        await karim.Find("#more-most").FillAsync("500");
        await Right(karim);
        await karim.Press("Enter");
        await karim.Arrives("/desk/customers\\?value-to=500");
        await karim.Sees(".record-filters .chip").ToContainTextAsync("500");
        await Choose(karim, "Save view");
        await karim.Find("#view-name").FillAsync("Small buyers");
        await karim.Find("dialog[open] .check input").ClickAsync();
        await Right(karim);
        await karim.Find("dialog[open] .btn-primary").ClickAsync();
        await karim.Sees(".toast").ToContainTextAsync("Saved");
        await karim.Go("desk/customers");
        await Choose(karim, "Small buyers");
        await karim.Arrives("/desk/customers\\?value-to=500&columns=");
        await karim.Sees("table[data-list=customers] tbody tr").ToHaveCountAsync(2);

        var lena = await browser.As(app.Lena, Look.Arabic with { Width = 390, Height = 844, Touch = true });
        await lena.Context.APIRequest.GetAsync("/app/culture?culture=ar", new() { MaxRedirects = 0 });
        await lena.Go("desk/customers");
        await lena.Sees(".record-row").ToHaveCountAsync(2);
        await lena.Find(".record-all input").ClickAsync();
        await lena.Sees(".record-bulk").ToContainTextAsync("٢");
        await lena.ShouldBeAccessible();
        await lena.ShouldNotScrollSideways();
        await Choose(lena, "Small buyers");
        await lena.Sees("table[data-list=customers]").ToBeVisibleAsync();
        await lena.ShouldBeAccessible();
        await lena.ShouldNotScrollSideways();
        browser.ShouldBeQuiet();
    }

    private static async Task Choose(Seat seat, string item)
    {
        await seat.Find(".page-actions [data-menu-button]").ClickAsync();
        await seat.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
    }

    private static async Task Right(Seat seat)
    {
        await seat.ShouldBeAccessible();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await seat.ShouldBeAccessible();
        await seat.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await seat.Page.SetViewportSizeAsync(390, 844);
        await seat.ShouldNotScrollSideways();
        await seat.Page.SetViewportSizeAsync(1280, 800);
    }
}
