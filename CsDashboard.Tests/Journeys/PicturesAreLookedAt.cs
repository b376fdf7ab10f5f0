using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class PicturesAreLookedAt(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task Large_one_after_the_other_and_by_keys_in_the_portal_and_in_the_desk()
    {
        var ticket = await App.Ticket(App.David, "See for yourself");
        var david = await Browser.As(App.David);
        var picture = await david.Page.ScreenshotAsync();
        foreach (var name in new[] { "first.png", "second.png", "notes.txt", "third.png" })
        {
            var bytes = name.EndsWith(".txt", StringComparison.Ordinal) ? "Some words"u8.ToArray() : picture;
            var file = await App.Get<Attachments>().Upload(App.David, name, new MemoryStream(bytes), ticket.Id);
            await App.Get<Tickets>().Reply(App.David, ticket.Id, new NewMessage { Body = name, AttachmentIds = [file.Id.ToString()] });
        }
        await david.Go($"portal/tickets/{ticket.Id}");
        await Look(david, "ArrowRight", "ArrowLeft");

        var karim = await Browser.As(App.Karim);
        await karim.Context.APIRequest.GetAsync("/app/culture?culture=ar", new() { MaxRedirects = 0 });
        await karim.Go($"desk/tickets/{ticket.Id}");
        // In a page that is read from the right, left is on.
        await Look(karim, "ArrowLeft", "ArrowRight");
    }

    private static async Task Look(Seat seat, string on, string back)
    {
        var name = seat.Find("[data-picture-name]");
        await seat.Find("a[data-picture]").Nth(1).ClickAsync();
        await seat.Sees("#pictures[open]").ToBeVisibleAsync();
        await Assertions.Expect(name).ToHaveTextAsync("second.png");
        await seat.Page.WaitForFunctionAsync("() => document.querySelector('[data-picture-shown]').naturalWidth > 100");
        await seat.ShouldBeAccessible();
        await seat.Press(on);
        await Assertions.Expect(name).ToHaveTextAsync("third.png");
        await seat.Press(on);
        await Assertions.Expect(name).ToHaveTextAsync("first.png");
        await seat.Press(back);
        await Assertions.Expect(name).ToHaveTextAsync("third.png");
        await seat.Find("[data-picture-step='-1']").ClickAsync();
        await Assertions.Expect(name).ToHaveTextAsync("second.png");
        var load = await seat.Page.RunAndWaitForDownloadAsync(() => seat.Find("[data-picture-load]").ClickAsync());
        load.SuggestedFilename.ShouldBe("second.png");
        await seat.Press("Escape");
        await Assertions.Expect(seat.Find("#pictures")).Not.ToBeVisibleAsync();
        // Back where the looking began.
        (await seat.Page.EvaluateAsync<string>("document.activeElement.title")).ShouldBe("second.png");
        // Anything else is loaded down, as before.
        var text = await seat.Page.RunAndWaitForDownloadAsync(() => seat.Find("a.file:not([data-picture])").ClickAsync());
        text.SuggestedFilename.ShouldBe("notes.txt");
    }
}
