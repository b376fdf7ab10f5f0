using Bunit;
using CsDashboard.Desk;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Sla;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Desk.Parts;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Desk;

/// <summary>Live chat as it is drawn, on both sides.</summary>
public sealed class ChatPagesTests
{
    private static Task AlwaysOpen(House house) =>
        house
            .Get<Chats>()
            .Set(
                house.Amina,
                ChatSettings.Usual with
                {
                    Hours = new BusinessHours(
                        "UTC",
                        [.. Enum.GetValues<DayOfWeek>().Select(d => new WorkingDay(d, new(0, 0), new(0, 0)))],
                        []
                    ),
                }
            );

    private static async Task<Guid> Start(House house, Actor? customer = null) => (
            await house
                .Get<Chats>()
                .Start(
                    customer ?? house.David,
                    new NewChat
                    {
                        Topic = "A payment failed",
                        Message = "My card was refused.",
                        Category = "payments",
                    }
                )
        ).Chat.Id;

    [Fact]
    public async Task Outside_the_chat_hours_the_page_says_when_they_begin_and_offers_a_ticket()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Chats>().Set(house.Amina, ChatSettings.Usual with { IsOn = false });
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyChatPage>("/portal/chat");
        page.WaitForElement(".empty a[href='/portal/tickets/new']");
        page.FindAll(".chat-form").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_customers_page_follows_the_chat_and_shows_no_note()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await AlwaysOpen(house);
        await using var screen = Screen.Of(house, house.David);
        var page = screen.Open<MyChatPage>("/portal/chat");
        page.WaitForElement(".chat-form");
        // Begun in another tab: this one shows it.
        var id = await Start(house);
        page.WaitForElement(".chat-wait").TextContent.ShouldContain("You’re next.");
        await house.Get<Chats>().Take(house.Karim, id);
        await house.Get<Tickets>().Remark(house.Karim, id, new NewMessage { Body = "He is on the old tariff" });
        await house.Get<Chats>().Say(house.Karim, id, new NewMessage { Body = "Let me look." });
        page.WaitForAssertion(() =>
            page.FindAll(".said .said-text").Select(said => said.TextContent).ShouldBe(["My card was refused.", "Let me look."])
        );
        page.Find(".page-subtitle").TextContent.ShouldContain("Karim");
        page.Markup.ShouldNotContain("tariff");
        await house.Get<Chats>().Close(house.Karim, id);
        // It stays on the screen, to be rated; then a new one can begin.
        page.WaitForElement(".chat-over .feedback form");
        page.FindAll(".chat-composer").ShouldBeEmpty();
        await page.Find(".page-actions button").ClickAsync(new());
        page.WaitForElement(".chat-form");
        page.Find(".chat-earlier").TextContent.ShouldContain("A payment failed");
    }

    [Fact]
    public async Task The_desk_shows_who_waits_and_an_agent_with_enough_chats_can_take_no_more()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Get<Chats>().Set(house.Amina, ChatSettings.Usual with { Capacity = 1 });
        await using var screen = Screen.Of(house, house.Karim);
        var page = screen.Open<ChatPage>("/desk/chat");
        page.WaitForAssertion(() => page.FindAll(".chat-none").Count.ShouldBe(2));
        var (first, _) = (await Start(house), await Start(house, house.Sara));
        page.WaitForAssertion(() => page.FindAll(".chat-line button").Count.ShouldBe(2));
        await page.FindAll(".chat-line button")[0].ClickAsync(new());
        page.WaitForAssertion(() => page.Find(".chat-capacity").ClassList.ShouldContain("is-full"));
        screen.Address.ShouldBe("/desk/chat?id=" + first);
        page.FindAll(".chat-line button").ShouldAllBe(button => button.HasAttribute("disabled"));
        (await house.Get<Chats>().Get(house.Karim, first)).Chat.AgentName.ShouldBe("Karim");
    }

    [Fact]
    public async Task Another_customers_chat_is_not_there()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var id = await Start(house);
        await using var screen = Screen.Of(house, house.Sara);
        var page = screen.Open<MyChatPage>("/portal/chat?id=" + id);
        page.WaitForElement(".empty");
        page.Markup.ShouldNotContain("refused");
    }
}
