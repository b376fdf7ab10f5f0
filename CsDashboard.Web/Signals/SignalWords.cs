using System.Globalization;
using System.Resources;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Signals;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Signals;

/// <summary>Words, tones and figures of signals, as every place shows them.</summary>
internal static class SignalWords
{
    public static string Of(Direction direction) => SignalTexts.Get("Direction." + direction);

    public static string Of(SignalState state) => SignalTexts.Get("State." + state);

    public static string Of(LifeKind kind) => SignalTexts.Get("Life." + kind);

    public static string Icon(Direction direction) => direction == Direction.Buy ? "arrow-up" : "arrow-down";

    public static string Tone(Direction direction) => direction == Direction.Buy ? "success" : "danger";

    public static string Tone(SignalRow signal) =>
        signal switch
        {
            { State: SignalState.Running } => "info",
            { State: SignalState.Closed, Result: > 0 } => "success",
            { State: SignalState.Closed, Result: < 0 } => "danger",
            { State: SignalState.Waiting } => "accent",
            { State: SignalState.Closed or SignalState.Cancelled } => "neutral",
        };

    public static string Icon(LifeKind kind) =>
        kind switch
        {
            LifeKind.Published => "signal",
            LifeKind.EntryReached => "arrow-right",
            LifeKind.TargetReached => "check-circle",
            LifeKind.StopReached => "alert",
            LifeKind.Moved => "sort",
            LifeKind.Closed => "check",
            LifeKind.Cancelled => "x",
            LifeKind.Corrected => "pencil",
        };

    public static string Tone(LifeKind kind) =>
        kind switch
        {
            LifeKind.Published => "accent",
            LifeKind.EntryReached => "info",
            LifeKind.TargetReached => "success",
            LifeKind.StopReached => "danger",
            LifeKind.Corrected => "warning",
            LifeKind.Moved or LifeKind.Closed or LifeKind.Cancelled => "neutral",
        };

    /// <summary>A price with the digits it has.</summary>
    public static string Price(decimal price) => Show.Price(price, Decimals(price));

    /// <summary>A price with as many decimals as the finest of the signal's, so that they align.</summary>
    public static string Price(decimal price, SignalRow of) => Show.Price(price, of.Targets.Append(of.Entry).Append(of.Stop).Max(Decimals));

    /// <summary>All targets, in one line.</summary>
    public static string Targets(SignalRow signal) => string.Join(" · ", signal.Targets.Select(t => Price(t, signal)));

    /// <summary>"+1.5 R".</summary>
    public static string Result(decimal result) =>
        (
            result > 0
                ? Show.IsArabic
                    ? "\u061C+"
                    : "+"
                : ""
        )
        + Show.Number(result, Math.Clamp(Decimals(result), 1, 2))
        + " R";

    public static string Score(ScoreLine line) => SignalTexts.Get("Score." + line.Reason, [.. line.Figures.Select(f => (object)Price(f))]);

    /// <summary>The card as a ticket carries it: labels and words in both languages, figures as they are.</summary>
    public static NewSubjectCard Card(SignalRow s, DateTimeOffset shownAt, SignalSight sight)
    {
        CardFact Said(string label, string valueKey) =>
            Fact(label, SignalTexts.In(English, valueKey), SignalTexts.In(Arabic, valueKey), FactForm.Text);
        CardFact Figure(string label, string value) => Fact(label, value, value, FactForm.Figure);
        CardFact At(string label, DateTimeOffset at) => Fact(label, Chains(at), Chains(at), FactForm.Time);
        var facts = new List<CardFact>
        {
            Said("Card.Side", "Direction." + s.Direction),
            Figure("Card.Entry", Plain(s.Entry)),
            Figure("Card.Stop", Plain(s.Stop)),
        };
        facts.AddRange(
            s.Targets.Select((target, i) => Figure(s.Targets.Count == 1 ? "Card.Target" : "Card.Target" + (i + 1), Plain(target)))
        );
        facts.Add(Figure("Card.RiskReward", Plain(s.RiskReward)));
        facts.Add(Figure("Card.Score", s.Score.ToString(CultureInfo.InvariantCulture)));
        facts.Add(Said("Card.State", "State." + s.State));
        if (s.Result is { } result)
            facts.Add(Figure("Card.Result", Plain(result) + " R"));
        if (s.Corrections > 0)
            facts.Add(Figure("Card.Corrections", s.Corrections.ToString(CultureInfo.InvariantCulture)));
        facts.Add(At("Card.Published", s.PublishedAt));
        if (sight.SeesFrom(s.PublishedAt) is { } from && from != s.PublishedAt)
            facts.Add(At("Card.VisibleFrom", from));
        return new NewSubjectCard("signal", $"#{s.Number} {s.Pair}", "/portal/signals/" + s.Id, shownAt, facts);

        static CardFact Fact(string label, string value, string valueAr, FactForm form) =>
            new(SignalTexts.In(English, label), SignalTexts.In(Arabic, label), value, valueAr, form);
        static string Plain(decimal figure) => CsDashboard.Foundation.HashChain.Text(figure);
        static string Chains(DateTimeOffset at) => CsDashboard.Foundation.HashChain.Text(at);
    }

    private static readonly CultureInfo English = new("en"),
        Arabic = new("ar");

    private static int Decimals(decimal figure)
    {
        var plain = CsDashboard.Foundation.HashChain.Text(figure);
        return plain.IndexOf('.', StringComparison.Ordinal) is var point && point < 0 ? 0 : plain.Length - point - 1;
    }
}
