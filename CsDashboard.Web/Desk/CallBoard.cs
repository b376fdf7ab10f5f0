using CsDashboard.Desk.Calls;

namespace CsDashboard.Web.Desk;

/// <summary>Calls beside each other by their hours: a column for a day, or for a colleague on one day.</summary>
public sealed record CallBoard(int FirstHour, int LastHour, IReadOnlyList<CallBoard.Column> Columns)
{
    public sealed record Column(string Title, string? Below, string? Href, bool IsNow, IReadOnlyList<Block> Blocks);

    /// <param name="From">Hours after the first of the board.</param>
    /// <param name="Lane">Its place among those at the same time, of how many.</param>
    /// <param name="Clashes">Its agent has another call at the same time.</param>
    public sealed record Block(CallView Call, double From, double Hours, int Lane, int Lanes, bool Clashes);

    /// <summary>The board of what is given to each column, so that all calls and the working hours fit.</summary>
    public static CallBoard Of(
        IEnumerable<(Column Head, IEnumerable<CallView> Calls)> columns,
        IEnumerable<(DateTimeOffset From, DateTimeOffset To)> work,
        TimeZoneInfo zone
    )
    {
        var all = columns.Select(c => (c.Head, Calls: c.Calls.OrderBy(call => call.ScheduledAt).ToList())).ToList();
        var times = all.SelectMany(c => c.Calls.Select(call => (From: call.ScheduledAt!.Value, To: End(call))))
            .Concat(work)
            .Select(t => (From: HourOf(t.From, zone), To: HourOf(t.From, zone) + (t.To - t.From).TotalHours))
            .DefaultIfEmpty((9, 17))
            .ToList();
        var (first, last) = ((int)times.Min(t => t.From), Math.Min(24, (int)Math.Ceiling(times.Max(t => t.To))));
        return new(first, last, [.. all.Select(c => c.Head with { Blocks = Blocks(c.Calls, first, last, zone) })]);
    }

    private static DateTimeOffset End(CallView call) => call.ScheduledAt!.Value.AddMinutes(call.Minutes);

    private static double HourOf(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).TimeOfDay.TotalHours;

    // Calls that touch stand in lanes beside each other; a call takes the first lane that is free again.
    private static List<Block> Blocks(List<CallView> calls, int first, int last, TimeZoneInfo zone)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < calls.Count; )
        {
            var (ends, placed) = (new List<DateTimeOffset>(), new List<(CallView Call, int Lane)>());
            while (i < calls.Count && (ends.Count == 0 || calls[i].ScheduledAt < ends.Max()))
            {
                var lane = ends.FindIndex(end => end <= calls[i].ScheduledAt);
                if (lane < 0)
                {
                    lane = ends.Count;
                    ends.Add(default);
                }
                ends[lane] = End(calls[i]);
                placed.Add((calls[i], lane));
                i++;
            }
            blocks.AddRange(
                placed.Select(p =>
                {
                    var from = HourOf(p.Call.ScheduledAt!.Value, zone) - first;
                    var hours = Math.Min(Math.Max(0.5, p.Call.Minutes / 60.0), last - first - from);
                    return new Block(p.Call, from, hours, p.Lane, ends.Count, placed.Exists(o => IsClash(o.Call, p.Call)));
                })
            );
        }
        return blocks;
    }

    private static bool IsClash(CallView one, CallView other) =>
        one.Id != other.Id
        && one.AgentId is not null
        && one.AgentId == other.AgentId
        && one.Status == CallStatus.Scheduled
        && other.Status == CallStatus.Scheduled
        && one.ScheduledAt < End(other)
        && other.ScheduledAt < End(one);
}
