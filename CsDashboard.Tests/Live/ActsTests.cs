using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Live;

/// <summary>What a page shows when a verb refuses, by whichever way it was called.</summary>
public sealed class ActsTests
{
    [Theory]
    [InlineData("toast", 1, 0)]
    [InlineData("beside", 0, 1)]
    [InlineData("form", 0, 0)]
    [InlineData("bare", 1, 0)]
    public async Task A_refusal_is_said_once_and_the_page_stays(string way, int toasts, int notices)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Render<Acting>(p => p.Add(x => x.Verb, () => throw Refusal.Conflict("Somebody was faster.")));
        await page.Find("#" + way).ClickAsync(new());
        (screen.Services.GetRequiredService<Toasts>().Shown is { Tone: "danger", Text: "Somebody was faster." } ? 1 : 0).ShouldBe(toasts);
        page.FindAll(".notice.tone-danger[role=alert]").Count.ShouldBe(notices);
        page.Find("output").TextContent.ShouldBe(way == "form" ? "Somebody was faster." : "");
        screen.Address.ShouldBe("/");
    }

    [Theory]
    [InlineData("toast")]
    [InlineData("beside")]
    [InlineData("form")]
    [InlineData("bare")]
    public async Task The_end_of_the_session_leads_to_the_sign_in_and_is_no_message(string way)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Render<Acting>(p => p.Add(x => x.Verb, () => throw Refusal.SignedOut()));
        await page.Find("#" + way).ClickAsync(new());
        screen.Address.ShouldBe("/login?returnUrl=%2F");
        screen.Services.GetRequiredService<Toasts>().Shown.ShouldBeNull();
        page.FindAll(".notice").ShouldBeEmpty();
        page.Find("output").TextContent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("beside")]
    [InlineData("form")]
    public async Task A_wrong_PIN_is_a_message_and_leads_nowhere(string way)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var page = screen.Render<Acting>(p => p.Add(x => x.Verb, () => throw Refusal.SignedOut("Wrong PIN.")));
        await page.Find("#" + way).ClickAsync(new());
        page.Markup.ShouldContain("Wrong PIN.");
        screen.Address.ShouldBe("/");
    }

    [Fact]
    public async Task A_second_click_is_ignored_while_the_first_runs_and_one_in_another_row_is_not()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var (gate, calls) = (new TaskCompletionSource(), 0);
        var page = screen.Render<Acting>(p =>
            p.Add(
                x => x.Verb,
                () =>
                {
                    calls++;
                    return gate.Task;
                }
            )
        );
        var first = page.Find("#beside").ClickAsync(new());
        await page.Find("#beside").ClickAsync(new());
        calls.ShouldBe(1);
        var row = page.Find("#toast").ClickAsync(new());
        calls.ShouldBe(2, "Another act.");
        var rows = new[]
        {
            page.Find("#row-1").ClickAsync(new()),
            page.Find("#row-2").ClickAsync(new()),
            page.Find("#row-2").ClickAsync(new()),
        };
        calls.ShouldBe(4, "Each row once.");
        gate.SetResult();
        await Task.WhenAll([first, row, .. rows]);
        await page.Find("#beside").ClickAsync(new());
        calls.ShouldBe(5);
    }

    [Theory]
    [InlineData(true, "Undone: Closed")]
    [InlineData(false, null)]
    public async Task What_could_not_be_undone_is_not_said_to_be(bool done, string? said)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Amina);
        var toasts = screen.Services.GetRequiredService<Toasts>();
        var host = screen.Render<ToastHost>();
        await host.InvokeAsync(() => toasts.Show("Closed", "success", undo: () => Task.FromResult(done)));
        await host.WaitForElement(".toast-undo").ClickAsync(new());
        toasts.Shown?.Text.ShouldBe(said);
        (toasts.Shown is null).ShouldBe(said is null);
    }

    [Fact]
    public void What_stands_beside_its_field_is_not_said_again()
    {
        var wrong = new Wrong();
        wrong.Say(Refusal.Invalid([new FieldError("title", "Too long."), new FieldError("body", "Required.")]));
        wrong["title"].ShouldBe("Too long.");
        wrong.Beside(["title"]).ShouldBe(["Required."]);
        wrong.Beside(["title", "body"]).ShouldBeEmpty();
        wrong.Say(Refusal.NotFound("Gone."));
        wrong.Beside(["title"]).ShouldBe(["Gone."]);
        wrong["title"].ShouldBeNull();
        wrong.Clear();
        wrong.Beside([]).ShouldBeEmpty();
    }

    private sealed class Acting : SignedInComponent
    {
        [Parameter]
        public Func<Task> Verb { get; set; } = null!;

        private readonly FormOf<Note> form = new(new Note());

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Button("toast", () => Act(() => Verb()));
            Button("beside", () => Act(() => Verb(), Wrong));
            Button("form", () => form.Try(Verb));
            Button("bare", () => Verb());
            foreach (var row in new[] { 1, 2 })
                Button($"row-{row}", () => Act(() => Verb(), on: row));
            builder.OpenComponent<WrongNotice>(10);
            builder.AddComponentParameter(11, nameof(WrongNotice.Of), Wrong);
            builder.CloseComponent();
            builder.AddMarkupContent(12, $"<output>{form.Message}</output>");

            void Button(string id, Func<Task> click)
            {
                builder.OpenElement(0, "button");
                builder.AddAttribute(1, "id", id);
                builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this, click));
                builder.CloseElement();
            }
        }
    }

    private sealed class Note
    {
        public string? Text { get; set; }
    }
}
