using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Desk.Parts;
using CsDashboard.Web.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Desk;

/// <summary>Where an agent writes, as it is drawn.</summary>
public sealed class DeskComposerTests
{
    [Fact]
    public async Task A_reply_with_a_file_costs_two_calls_of_the_browser()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (
            await house
                .Get<Tickets>()
                .Open(
                    house.David,
                    new NewTicket
                    {
                        Title = "My payout",
                        Description = "It is late.",
                        Category = "support",
                        Type = "question",
                        Priority = "medium",
                    }
                )
        ).Id;
        await using var screen = Screen.Of(house, house.Karim);
        screen
            .JSInterop.Setup<TakenDraft>("cs.composer.take", "reply")
            .SetResult(new TakenDraft("It is on its way.", "key-1", null, [], Busy: false));
        var ticket = await house.Get<TicketLists>().Get(house.Karim, id);
        var box = screen.Render<DeskComposer>(p => p.Add(x => x.Ticket, ticket));
        var before = screen.JSInterop.Invocations.Count;
        await box.Find("#pane-reply [data-send]").ClickAsync(new());
        box.WaitForAssertion(() =>
            screen.JSInterop.Invocations.Skip(before).Select(call => call.Identifier).ShouldBe(["cs.composer.take", "cs.composer.done"])
        );
        (await house.Get<TicketLists>().Get(house.Karim, id)).Messages[^1].Body.ShouldBe("It is on its way.");
    }

    [Fact]
    public async Task While_a_file_is_on_its_way_nothing_is_sent()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = (
            await house
                .Get<Tickets>()
                .Open(
                    house.David,
                    new NewTicket
                    {
                        Title = "My payout",
                        Description = "It is late.",
                        Category = "support",
                        Type = "question",
                        Priority = "medium",
                    }
                )
        ).Id;
        await using var screen = Screen.Of(house, house.Karim);
        screen
            .JSInterop.Setup<TakenDraft>("cs.composer.take", "reply")
            .SetResult(new TakenDraft("It is on its way.", "key-1", null, [], Busy: true));
        var ticket = await house.Get<TicketLists>().Get(house.Karim, id);
        var box = screen.Render<DeskComposer>(p => p.Add(x => x.Ticket, ticket));
        await box.Find("#pane-reply [data-send]").ClickAsync(new());
        screen.Services.GetRequiredService<Toasts>().Shown.ShouldNotBeNull().Tone.ShouldBe("danger");
        screen.JSInterop.VerifyNotInvoke("cs.composer.done");
        (await house.Get<TicketLists>().Get(house.Karim, id)).Messages.Count.ShouldBe(1);
    }
}
