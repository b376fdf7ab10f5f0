using System.Net;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Harness;

public sealed class BrowserHarnessTests(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_real_browser_reaches_the_app()
    {
        var seat = await Browser.Anyone();
        seat.Expect("favicon.ico");
        (await seat.Go("favicon.svg")).ShouldNotBeNull().Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_window_has_the_language_zone_and_colours_it_was_given()
    {
        var seat = await Browser.Anyone(Look.Arabic with { Dark = true });
        await seat.Page.GotoAsync("about:blank");
        (await seat.Page.EvaluateAsync<string>("navigator.language")).ShouldBe("ar-SA");
        (await seat.Page.EvaluateAsync<string>("Intl.DateTimeFormat().resolvedOptions().timeZone")).ShouldBe("Asia/Riyadh");
        (await seat.Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches")).ShouldBeTrue();
    }

    [Fact]
    public async Task Errors_on_the_console_and_in_scripts_are_complaints()
    {
        var seat = await Browser.Anyone();
        await seat.Page.GotoAsync("about:blank");
        await seat.Page.EvaluateAsync("console.error('a bad thing'); setTimeout(() => { throw new Error('worse') })");
        await seat.Page.WaitForTimeoutAsync(200);
        seat.Complaints.Count.ShouldBe(2);
        Should.Throw<ShouldAssertException>(Browser.ShouldBeQuiet).Message.ShouldContain("worse");
        seat.Expect("a bad thing");
        seat.Expect("worse");
        Browser.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_picture_without_words_is_not_accessible_and_the_message_names_it()
    {
        var seat = await Browser.Anyone();
        await seat.Page.SetContentAsync("<html lang=en><title>t</title><main><img src='data:,' id=silent></main></html>");
        var told = await Assert.ThrowsAsync<ShouldAssertException>(() => seat.ShouldBeAccessible());
        told.Message.ShouldContain("image-alt");
        told.Message.ShouldContain("silent");
        await seat.ShouldBeAccessible("image-alt");
    }
}
