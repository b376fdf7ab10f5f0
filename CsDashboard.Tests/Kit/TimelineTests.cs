using Bunit;
using CsDashboard.Foundation;
using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Kit;

/// <summary>A life in steps, as it is drawn.</summary>
public sealed class TimelineTests
{
    private sealed record Step(string What, DateTimeOffset? At, string? By);

    [Fact]
    public async Task A_step_says_what_who_and_when_and_whether_it_is_still_to_come()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var screen = Screen.Of(house, house.Karim);
        var at = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
        Step[] life = [new("Placed", at, "Sara"), new("Packed", at, null), new("Sent", null, null)];
        var line = screen.Render<Timeline<Step>>(p =>
            p.Add(t => t.Items, life)
                .Add(t => t.Icon, s => s.What == "Sent" ? "send" : "check")
                .Add(t => t.Tone, _ => "success")
                .Add(t => t.At, s => s.At)
                .Add(t => t.By, s => s.By)
                .Add(t => t.Format, "date")
                .Add(t => t.Ahead, s => s.At is null)
                .Add(t => t.ChildContent, s => $"<p>{s.What}</p>")
        );
        var steps = line.FindAll(".timeline > li");
        steps.Select(s => s.QuerySelector("p")!.TextContent).ShouldBe(["Placed", "Packed", "Sent"]);
        steps
            .Select(s => s.QuerySelector("time")?.GetAttribute("datetime"))
            .ShouldBe(["2026-11-02T09:00:00Z", "2026-11-02T09:00:00Z", null]);
        steps[0].QuerySelector(".faint")!.TextContent.Trim().ShouldMatch(@"^Sara\s+·\s+2 Nov 2026$");
        steps[1].QuerySelector(".faint")!.TextContent.Trim().ShouldBe("2 Nov 2026");
        steps.Select(s => s.ClassList.Contains("is-ahead")).ShouldBe([false, false, true]);
        steps[2].TextContent.ShouldContain("Still to come");
        steps[2].QuerySelector(".timeline-mark")!.ClassList.ShouldContain("tone-neutral");
    }
}
