using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>Which signals a list shows and how, as its address says it.</summary>
public sealed record SignalsAddress
{
    /// <summary>The words of periods, and their days.</summary>
    public static readonly (string Word, int Days)[] Periods = [("day", 1), ("week", 7), ("month", 30), ("quarter", 90)];

    public string? State { get; init; }
    public string? Type { get; init; }
    public string? Pair { get; init; }
    public string? Direction { get; init; }
    public string? Period { get; init; }
    public string? Source { get; init; }

    /// <summary>As <see cref="SignalFilter.Bot"/>; a bot's own page leads here.</summary>
    public string? Bot { get; init; }
    public bool Recommended { get; init; }
    public string? After { get; init; }

    /// <summary>cards or table.</summary>
    public required string View { get; init; }

    public bool IsNarrowed => (State ?? Type ?? Pair ?? Direction ?? Period ?? Source ?? Bot ?? After) is not null || Recommended;

    /// <summary>What <see cref="SignalLists.List"/> is asked; it says what is wrong with a word.</summary>
    public SignalFilter Filter(DateTimeOffset now) =>
        new()
        {
            State = State,
            Type = Type,
            Pair = Pair,
            Direction = Direction,
            Source = Source,
            Bot = Bot,
            Recommended = Recommended,
            Since = Periods.FirstOrDefault(p => p.Word == Period) is { Days: > 0 and var days } ? now.AddDays(-days) : null,
            After = After,
        };
}
