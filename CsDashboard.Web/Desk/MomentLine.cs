using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;

namespace CsDashboard.Web.Desk;

/// <summary>What one person did to a ticket at one time, as a quiet line between the messages.</summary>
public sealed record MomentLine(DateTimeOffset At, string By, IReadOnlyList<TicketMoment> Moments)
{
    private static readonly TimeSpan OneGo = TimeSpan.FromMinutes(2);

    /// <summary>Names the line for Blazor; two never begin at the same moment by the same person.</summary>
    public (DateTimeOffset, string) Key => (At, By);

    /// <summary>
    /// A conversation in its order: messages, and lines between them. Both are given oldest first; a change that came with a message
    /// follows it.
    /// </summary>
    public static IEnumerable<(DateTimeOffset At, MessageView? Message, MomentLine? Line)> Woven(
        IReadOnlyList<MessageView> messages,
        IReadOnlyList<TicketMoment> moments
    )
    {
        var at = 0;
        foreach (var message in messages)
        {
            var from = at;
            while (at < moments.Count && moments[at].At < message.CreatedAt)
                at++;
            foreach (var line in Lines(moments, from, at))
                yield return (line.At, null, line);
            yield return (message.CreatedAt, message, null);
        }
        foreach (var line in Lines(moments, at, moments.Count))
            yield return (line.At, null, line);
    }

    private static IReadOnlyList<MomentLine> Lines(IReadOnlyList<TicketMoment> moments, int from, int to)
    {
        if (from == to)
            return [];
        var lines = new List<MomentLine>();
        for (var i = from; i < to; i++)
        {
            var moment = moments[i];
            if (lines.Count > 0 && lines[^1] is var last && last.By == moment.By && moment.At - last.At < OneGo)
                lines[^1] = last with { Moments = [.. last.Moments, moment] };
            else
                lines.Add(new MomentLine(moment.At, moment.By, [moment]));
        }
        return lines;
    }

    /// <summary>What was done, for the team; names and tags in either script stay whole.</summary>
    public string ForStaff => string.Join(" · ", Moments.Select(m => $"{Bidi.Begin}{WordsOf(m)}{Bidi.End}"));

    private static string WordsOf(TicketMoment moment) =>
        moment.Fact switch
        {
            TicketFact.Assignee => moment.To is null ? DeskTexts.Get("Moment.Unassigned")
            : moment.To == moment.By ? DeskTexts.Get("Moment.Took")
            : DeskTexts.Get("Moment.Assigned", moment.To),
            TicketFact.Subject => DeskTexts.Get("Moment.Renamed", moment.From),
            TicketFact.Tag => moment.To is { } tag ? DeskTexts.Get("Moment.Tagged", tag) : DeskTexts.Get("Moment.Untagged", moment.From),
            TicketFact.Status or TicketFact.Priority or TicketFact.Category or TicketFact.Type => DeskTexts.Get(
                "Moment.Changed",
                DeskTexts.Get(moment.Fact.ToString()),
                ValueOf(moment.Fact, moment.From),
                ValueOf(moment.Fact, moment.To)
            ),
        };

    // The texts of a fact are named after its enum: Status.Open, Priority.High.
    private static string ValueOf(TicketFact fact, string? value) => value is null ? "—" : DeskTexts.Get($"{fact}.{value}");

    /// <summary>The same for the customer, who sees no names of the team.</summary>
    public string ForCustomer
    {
        get
        {
            var last = Moments[^1];
            var by = last.ByCustomer ? "ByMe" : "";
            return Word.TryRead<TicketStatus>(last.To) is { Facts.IsNews: true } news
                ? DeskTexts.Get($"MyMoment.{news}" + (news == TicketStatus.Closed ? by : ""))
                : DeskTexts.Get("MyMoment.Reopened" + by);
        }
    }
}
