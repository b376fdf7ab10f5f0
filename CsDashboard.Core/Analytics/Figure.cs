namespace CsDashboard.Analytics;

/// <summary>
/// A figure. Its name is the key of its label, its definition and, where the rows that were counted can be looked at, of the way to them;
/// Value is null when there is nothing to measure yet. Of says how many were measured, Series shows it step by step of the period.
/// </summary>
public sealed record Figure(string Name, FigureUnit Unit, decimal? Value)
{
    public long? Of { get; init; }

    /// <summary>
    /// Whom or what it is of, in words of its own, where one figure is told of several: an agent, a team. Null for the company.
    /// </summary>
    public string? Label { get; init; }
    public FigureState State { get; init; }
    public FigurePlace Place { get; init; }

    /// <summary>Null where a step has nothing to measure.</summary>
    public IReadOnlyList<decimal?> Series { get; init; } = [];

    /// <summary>The same figure of the period before, where it has a series; its room need not say it.</summary>
    public Figure? Before { get; init; }

    /// <summary>The same figure of the whole company, where this one is of one person.</summary>
    public decimal? Company { get; init; }

    /// <summary>A whole number of things, of which each waits for somebody.</summary>
    public static Figure Waiting(string name, int count) => new(name, FigureUnit.Count, count) { Place = FigurePlace.Attention };

    /// <summary>Good up to the aim, Watch up to the limit, Bad beyond.</summary>
    public Figure Within(decimal aim, decimal limit) =>
        this with
        {
            State =
                Value is not { } value ? FigureState.Plain
                : value <= aim ? FigureState.Good
                : value <= limit ? FigureState.Watch
                : FigureState.Bad,
        };
}
