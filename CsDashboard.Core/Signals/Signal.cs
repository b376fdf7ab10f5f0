using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>
/// What customers pay for: a pair, a side, an entry, a stop, targets. Published once and from then on changed only by events
/// of its life (Signal.Life.cs), each of which becomes a link of the company's chain. The row is the present state of the chain, stored for
/// lists; Verify compares the two.
/// </summary>
public sealed partial class Signal : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>Counts up within the company; what the API calls id.</summary>
    public long Number { get; private init; }
    public SignalType Type { get; private init; }
    public string Pair { get; private init; } = "";
    public Direction Direction { get; private init; }
    public decimal Entry { get; private set; }
    public decimal Stop { get; private set; }

    /// <summary>The stop that measures the risk: the published one, wherever the stop is moved later.</summary>
    public decimal FirstStop { get; private set; }

    /// <summary>"47000 48000": in order, separated by a space.</summary>
    public string TargetText { get; private set; } = "";

    /// <summary>"macd=0.5 rsi=35": sorted by name.</summary>
    public string IndicatorText { get; private init; } = "";
    public string? Note { get; private init; }
    public DraftSource Source { get; private init; }

    /// <summary>The bot that proposed it, unless that was the main one of its market. No part of the card.</summary>
    public Guid? BotId { get; private init; }
    public int Score { get; private set; }
    public bool Recommended { get; private set; }
    public string ScoreText { get; private set; } = "";
    public SignalState State { get; private set; }

    /// <summary>How many of the targets were reached.</summary>
    public int Reached { get; private set; }

    /// <summary>The result in multiples of the risk (R), once it is closed.</summary>
    public decimal? Result { get; private set; }
    public int Corrections { get; private set; }

    /// <summary>SHA-256 of the candles it was published with.</summary>
    public string? CandleHash { get; private init; }
    public DateTimeOffset PublishedAt { get; private init; }
    public DateTimeOffset LastEventAt { get; private set; }
    public DateTimeOffset? OverAt { get; private set; }
    public Guid? PublishedBy { get; private init; }
    public string? ClientKey { get; private init; }

    public bool IsOver => State is SignalState.Closed or SignalState.Cancelled;

    public IReadOnlyList<decimal> Targets => [.. TargetText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Numbers.Stored)];

    public IReadOnlyDictionary<string, decimal> Indicators =>
        IndicatorText
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(i => i.Split('='))
            .ToDictionary(i => i[0], i => Numbers.Stored(i[1]));

    internal SignalTerms Terms => new(Type, Pair, Direction, Entry, Stop, Targets, Indicators);

    internal static Signal Publish(long number, SignalTerms terms, NewSignal input, SignalDraft? draft, string? candles, Actor actor)
    {
        // One moment for everything: a clock that is asked twice may give two times.
        var now = actor.Now;
        var signal = new Signal
        {
            Number = number,
            Type = terms.Type,
            Pair = terms.Pair,
            Direction = terms.Direction,
            Source = draft?.Source ?? DraftSource.Admin,
            BotId = draft?.BotId,
            IndicatorText = string.Join(' ', terms.Indicators.Select(i => $"{i.Key}={HashChain.Text(i.Value)}")),
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
            CandleHash = candles is null ? null : HashChain.HashOf(candles),
            PublishedAt = now,
            LastEventAt = now,
            PublishedBy = actor.UserId,
            ClientKey = input.Key,
        };
        signal.Set(terms);
        return signal;
    }

    private void Set(SignalTerms terms)
    {
        (Entry, Stop, FirstStop, TargetText) = (terms.Entry, terms.Stop, terms.Stop, TextOf(terms.Targets));
        var score = SignalScore.Of(terms);
        (Score, Recommended, ScoreText) = (score.Total, score.Recommended, SignalScore.Text(score.Lines));
    }

    private static string TextOf(IEnumerable<decimal> prices) => string.Join(' ', prices.Select(HashChain.Text));

    /// <summary>
    /// Everything that the row says, as one canonical text (see <see cref="HashChain"/>). Each link holds the card as it was after
    /// its event, so that the row can be compared with the last link about it.
    /// </summary>
    internal string Card() => HashChain.Canonical(WriteCard);

    internal void WriteCard(Utf8JsonWriter json)
    {
        json.WriteString("id", Id.ToString());
        json.WriteNumber("number", Number);
        json.WriteString("type", Type.ToString().ToLowerInvariant());
        json.WriteString("pair", Pair);
        json.WriteString("direction", Direction.ToString().ToUpperInvariant());
        json.WriteString("entry", HashChain.Text(Entry));
        json.WriteString("stop", HashChain.Text(Stop));
        json.WriteString("first_stop", HashChain.Text(FirstStop));
        json.WriteStartArray("targets");
        foreach (var target in Targets)
            json.WriteStringValue(HashChain.Text(target));
        json.WriteEndArray();
        json.WriteString("indicators", IndicatorText);
        json.WriteString("note", Note);
        json.WriteString("source", Source.ToString().ToLowerInvariant());
        json.WriteNumber("score", Score);
        json.WriteBoolean("recommended", Recommended);
        json.WriteString("score_lines", ScoreText);
        json.WriteString("candles", CandleHash);
        json.WriteString("published_at", HashChain.Text(PublishedAt));
        json.WriteString("state", State.ToString().ToLowerInvariant());
        json.WriteNumber("reached", Reached);
        json.WriteString("result", Result is { } result ? HashChain.Text(result) : null);
        json.WriteNumber("corrections", Corrections);
        json.WriteString("last_event_at", HashChain.Text(LastEventAt));
        json.WriteString("over_at", OverAt is { } over ? HashChain.Text(over) : null);
    }
}
