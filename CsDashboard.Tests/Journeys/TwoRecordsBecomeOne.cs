using System.IO.Compression;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class TwoRecordsBecomeOne
{
    [Fact]
    public async Task An_admin_finds_a_duplicate_merges_it_and_undoes_it_and_a_customer_takes_what_is_theirs_along()
    {
        await using var app = await TestApp.Start();
        var customers = app.Get<CsDashboard.Customers.CustomerRecords>();
        await customers.Change(app.Amina, app.Sara.CustomerId!.Value, new CustomerChange { Phone = "+966 55 123 4567" });
        var twin = await customers.Add(
            app.Karim,
            new NewCustomer
            {
                Name = "Sara Haddad",
                Email = "sara.h@example.org",
                Phone = "00966551234567",
            }
        );
        await app.Get<CsDashboard.Desk.Ticketing.Tickets>()
            .OpenFor(app.Karim, twin.Id, new NewTicket { Title = "Lost parcel", Description = "It never came." });
        await app.Drain();
        var sara = await customers.Me(app.Sara);

        await using var browser = new Browser(app);
        var amina = await browser.As(app.Amina);
        await amina.Go("desk/customers/duplicates");
        await amina.Sees("[data-list=duplicates] li").ToHaveCountAsync(2);
        await Right(amina);
        await amina.Find("[data-list=duplicates] a.btn").ClickAsync();
        await amina.Arrives($"/desk/customers/{sara.PublicId}/merge\\?with={twin.PublicId}");
        await Right(amina);
        // By keyboard: the other record's name wins.
        await amina.Find("input[name=merge-name][value=winner]").PressAsync("ArrowDown");
        await amina.Sees("input[name=merge-name][value=loser]").ToBeCheckedAsync();
        await amina.Find("#merge-check").ClickAsync();
        await amina.Sees("[data-value=name]").ToHaveTextAsync("Sara Haddad");
        await Right(amina);
        // There and back, also to the first step: what was chosen stays.
        await amina.Find(".steps a").Last.ClickAsync();
        await amina.Sees("input[name=merge-name][value=loser]").ToBeCheckedAsync();
        await amina.Find(".steps a").First.ClickAsync();
        await amina.Sees("#merge-with").ToHaveValueAsync("Sara Haddad · sara.h@example.org");
        await Right(amina);
        await amina.Find("#merge-look").ClickAsync();
        await amina.Sees("input[name=merge-name][value=loser]").ToBeCheckedAsync();
        await amina.Find("#merge-check").ClickAsync();
        await amina.Find("#merge-now").ClickAsync();
        await amina.Arrives($"/desk/customers/{sara.PublicId}$");
        await amina.Sees("h1").ToContainTextAsync("Sara Haddad");
        // The name of the record that is gone leads here.
        await amina.Go("desk/customers/" + twin.UniqueId);
        await amina.Sees("h1").ToContainTextAsync("Sara Haddad");
        await amina.Sees("[data-merge]").ToContainTextAsync("Sara Haddad");
        await Right(amina);
        await amina.Find("[data-merge] button").ClickAsync();
        await amina.Sees("[data-merge]").ToHaveCountAsync(0);
        await amina.Sees("h1").ToContainTextAsync("Sara");
        await amina.Go("desk/customers/" + twin.UniqueId);
        await amina.Sees("h1").ToContainTextAsync("Sara Haddad");

        // The other record is found by typing; without one the field says so.
        await app.Drain();
        await amina.Go($"desk/customers/{sara.PublicId}/merge");
        await amina.Find("#merge-look").ClickAsync();
        await amina.Sees("#merge-with-error").ToContainTextAsync("Choose");
        await amina.Find("#merge-with").PressSequentiallyAsync("haddad");
        await amina.Find(".mud-popover-open .mud-list-item").First.ClickAsync();
        await amina.Sees("#merge-with").ToHaveValueAsync("Sara Haddad · sara.h@example.org");
        await amina.Find("#merge-look").ClickAsync();
        await amina.Arrives($"/desk/customers/{sara.PublicId}/merge\\?with={twin.PublicId}");

        var david = await browser.As(app.David);
        await david.Go("account/data");
        var download = await david.Page.RunAndWaitForDownloadAsync(() => david.Find("#export-mine").ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".zip");
        await using var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        using var page = new StreamReader(await zip.GetEntry("index.html")!.OpenAsync(TestContext.Current.CancellationToken));
        (await page.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("david@example.com");

        // And is forgotten, on the page of an admin.
        var third = await customers.Add(app.Karim, new NewCustomer { Name = "Forget Me", Email = "forget@example.org" });
        await amina.Go($"desk/customers/{third.UniqueId}/privacy");
        await Right(amina);
        await amina.Find("#erase-confirm").FillAsync("nobody");
        await amina.Press("Enter");
        await amina.Sees("#erase-confirm-error").Not.ToBeEmptyAsync();
        await amina.Find("#erase-confirm").FillAsync(third.UniqueId);
        await amina.Press("Enter");
        await amina.Sees(".notice.tone-success").ToBeVisibleAsync();
        (await amina.Page.ContentAsync()).ShouldNotContain("Forget Me");
    }

    private static async Task Right(Seat seat)
    {
        await seat.ShouldBeAccessible();
        await seat.Page.SetViewportSizeAsync(390, 844);
        await seat.ShouldNotScrollSideways();
        await seat.Page.SetViewportSizeAsync(1280, 800);
    }
}
