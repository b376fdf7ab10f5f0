using CsDashboard.Foundation.Storage;

namespace CsDashboard.Security.Telling;

/// <summary>
/// How much the events of one person weigh (contract: market, User risk). What is quiet is forgotten by half in thirty days.
/// </summary>
public sealed class RiskProfile : ITenantOwned
{
    public const int MaxCounts = 4_000;
    private const decimal Kept = 0.7m,
        Learned = 0.3m;
    private const double HalfLifeDays = 30;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The customer's id, or the word of somebody who is none.</summary>
    public required string Who { get; init; }
    public Guid? CustomerId { get; set; }

    /// <summary>0 to 1, as the last event left it.</summary>
    public decimal Score { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>How many of each kind: <c>kind=n</c>, a line each.</summary>
    public string Counts { get; private set; } = "";

    /// <summary>By now.</summary>
    public decimal ScoreAt(DateTimeOffset now) =>
        decimal.Round(Score * (decimal)Math.Pow(0.5, Math.Max(0, (now - At).TotalDays) / HalfLifeDays), 4);

    /// <summary>The kinds, the most frequent first.</summary>
    public IReadOnlyList<(string Kind, int Count)> Reasons =>
        [
            .. Counts
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.LastIndexOf('=') is var at && int.TryParse(line[(at + 1)..], out var n) ? (line[..at], n) : (line, 1))
                .OrderByDescending(r => r.Item2)
                .ThenBy(r => r.Item1, StringComparer.Ordinal),
        ];

    internal void Learn(string kind, decimal risk, DateTimeOffset now)
    {
        Score = decimal.Round(Counts.Length == 0 ? risk : Kept * Score + Learned * risk, 4);
        At = now;
        var counts = Reasons.ToDictionary(r => r.Kind, r => r.Count);
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        var text = string.Join('\n', counts.OrderByDescending(c => c.Value).Select(c => FormattableString.Invariant($"{c.Key}={c.Value}")));
        // Of very many kinds the rare ones are forgotten.
        Counts = text.Length <= MaxCounts ? text : text[..text.LastIndexOf('\n', MaxCounts)];
    }
}
