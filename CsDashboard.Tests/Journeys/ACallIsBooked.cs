using CsDashboard.Desk.Calls;
using Microsoft.Playwright;

namespace CsDashboard.Tests.Journeys;

public sealed class ACallIsBooked(TestApp app) : BrowserTests(app)
{
    [Fact]
    public async Task A_customer_takes_a_free_time_on_a_phone_in_Arabic_and_staff_have_it_in_their_day()
    {
        var sara = await Browser.As(App.Sara, Look.Arabic with { Width = 390, Height = 844, Touch = true });
        await sara.Context.APIRequest.GetAsync("/app/culture?culture=ar", new() { MaxRedirects = 0 });
        await sara.Go("portal/calls");
        await sara.Find(".page-actions .btn-primary").ClickAsync();
        await sara.Find("input[name=call-when]").Nth(1).CheckAsync();
        // Without a time nothing is booked, and the dialog says so; what was typed stays.
        await sara.Find("#call-phone").FillAsync("+966500000111");
        await sara.Find("#call-note").FillAsync("عن التحويل");
        await sara.Find("dialog[open] .dialog-foot .btn-primary").ClickAsync();
        await sara.Sees("dialog[open] .notice[role=alert]").ToBeVisibleAsync();
        await sara.Sees("#call-note").ToHaveValueAsync("عن التحويل");
        var days = sara.Find("input[name=slot-day]");
        await days.Last.CheckAsync();
        await sara.Find("input[name=slot]").First.CheckAsync();
        await sara.Sees("dialog[open] [role=status]").ToBeVisibleAsync();
        await sara.ShouldBeAccessible();
        await sara.ShouldNotScrollSideways();
        await sara.Find("dialog[open] .dialog-foot .btn-primary").ClickAsync();
        await sara.Sees(".my-call .badge").ToContainTextAsync("مجدولة");
        await sara.Sees(".my-call a[href$='call.ics']").ToBeVisibleAsync();
        await sara.ShouldBeAccessible();
        await sara.ShouldNotScrollSideways();

        // It is arranged, with somebody, at that time; and taken for the next.
        var call = (await App.Get<CallRequests>().List(App.Sara)).Single(c => c.Status == CallStatus.Scheduled);
        (call.AgentName, call.Phone).ShouldBe((call.AgentName, "+966500000111"));
        call.AgentName.ShouldNotBeNull();
        var karim = await Browser.As(App.Karim);
        await karim.Go("desk/calls?view=day&day=" + call.ScheduledAt!.Value.ToString("yyyy-MM-dd"));
        await karim.Sees($"[data-call='{call.Id}']").ToContainTextAsync("Sara");
        await karim.ShouldBeAccessible();

        // She takes it back, and it is free again.
        await sara.Find(".my-call .btn-ghost").First.ClickAsync();
        await sara.Find("dialog[open] .btn-danger").ClickAsync();
        await sara.Sees(".my-call .badge").Not.ToContainTextAsync("مجدولة");
        (await App.Get<CallSlots>().Free(App.Sara)).ShouldContain(call.ScheduledAt.Value);
    }
}
