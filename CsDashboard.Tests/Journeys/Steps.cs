using System.Text.RegularExpressions;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

/// <summary>What people do on the pages, in their words.</summary>
internal static class Steps
{
    public static ILocator Find(this Seat seat, string selector) => seat.Page.Locator(selector);

    public static ILocatorAssertions Sees(this Seat seat, string selector) => Assertions.Expect(seat.Page.Locator(selector));

    /// <summary>From here on a reload of the page would show.</summary>
    public static Task Remember(this Seat seat) => seat.Page.EvaluateAsync("window.sameAsBefore = true");

    public static async Task ShouldNotHaveReloaded(this Seat seat) =>
        (await seat.Page.EvaluateAsync<bool>("window.sameAsBefore === true")).ShouldBeTrue(
            $"{seat.Name}'s page was loaded again: {seat.Page.Url}"
        );

    public static Task Press(this Seat seat, string key) => seat.Page.Keyboard.PressAsync(key);

    /// <summary>The page has come to this address (of the path and what follows it) and answers.</summary>
    public static async Task Arrives(this Seat seat, string address)
    {
        await Assertions.Expect(seat.Page).ToHaveURLAsync(new Regex("^[a-z]+://[^/]+" + address));
        await seat.Settle();
    }

    /// <summary>What has the focus, by its id.</summary>
    public static async Task ShouldStandIn(this Seat seat, string id) =>
        await seat.Page.WaitForFunctionAsync("id => document.activeElement?.id === id", id);

    /// <summary>Waits for something that no page shows; checks again and again for half a minute.</summary>
    public static async Task<T> Sooner<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (await look() is { } found)
                return found;
            try
            {
                await beat.WaitForNextTickAsync(late.Token);
            }
            catch (OperationCanceledException end)
            {
                throw new ShouldAssertException(what + " did not come.", end);
            }
        }
    }

    /// <summary>The mail in the pickup folder that meets the condition.</summary>
    public static Task<ReadMail> Mail(this TestApp app, Func<ReadMail, bool> which) =>
        Sooner(
            async () =>
            {
                var folder = Path.Combine(app.Database.Folder, "mail");
                if (!Directory.Exists(folder))
                    return null;
                foreach (var file in Directory.GetFiles(folder, "*.eml"))
                {
                    var mail = new ReadMail(await File.ReadAllTextAsync(file));
                    if (which(mail))
                        return mail;
                }
                return null;
            },
            "The mail"
        );

    /// <summary>A ticket that exists before the story begins; nobody is notified of it.</summary>
    public static Task<TicketDetail> Ticket(this TestApp app, Actor customer, string title, string text = "It has been so since Monday.") =>
        app.Get<Tickets>().Open(customer with { Silent = true }, new NewTicket { Title = title, Description = text });
}
