using System.Text.Json;
using System.Text.RegularExpressions;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// Reads what charts send, as JSON or as lines of plain text, and makes a draft of it. Nothing is refused here: fields that are unreadable
/// or ambiguous stay empty, and the alert is kept word for word beside the draft. An alert that closes a position gets no direction and no
/// entry, since it is never a signal to open one.
/// </summary>
public sealed partial class AlertReader : IHandle<AlertReceived>
{
    private static readonly string[] Keys = ["id", "alert_id", "alertId", "idempotency_key"];
    private static readonly HashSet<string> Currencies =
    [
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "AUD",
        "CAD",
        "NZD",
        "SEK",
        "NOK",
        "DKK",
        "SAR",
        "AED",
        "TRY",
        "ZAR",
        "MXN",
        "SGD",
        "HKD",
        "CNH",
        "PLN",
        "XAU",
        "XAG",
    ];
    private static readonly string[] Entries = ["entry", "entry_price", "entryprice", "price", "close"];
    private static readonly string[] Stops = ["stop", "stop_loss", "stoploss", "sl"];
    private static readonly string[][] Targets =
    [
        ["target", "take_profit", "takeprofit", "tp", "tp1", "tp_1", "target1", "target_1", "targets.0"],
        ["tp2", "tp_2", "target2", "target_2", "targets.1"],
        ["tp3", "tp_3", "target3", "target_3", "targets.2"],
    ];

    // Where programs say what an alert is for; a strategy that goes flat sells, and its position shows that.
    private static readonly string[] Steps =
    [
        "direction",
        "side",
        "action",
        "order",
        "order_id",
        "signal",
        "event",
        "position",
        "market_position",
        "marketposition",
    ];
    private static readonly string[] Sayings = ["comment", "message", "text", "note"];
    private static readonly string[] Quotes = ["USDT", "USDC", "BUSD", "USD", "EUR", "GBP", "JPY", "BTC", "ETH"];

    public async Task Handle(Recorded<AlertReceived> happening, AppDb db)
    {
        var id = happening.Event.AlertId;
        var alert = await db.Alerts.SingleOrDefaultAsync(a => a.Id == id);
        if (alert is null || alert.DraftId is not null)
            return;
        var signal = Read(alert.Body);
        signal.Key = "alert/" + alert.Id.ToString("N");
        alert.DraftId = await Drafts.Add(
            db,
            new NewDraft
            {
                Signal = signal,
                Source = DraftSource.Alert,
                Original = alert.Body,
            }
        );
    }

    /// <summary>The sender's own name for an alert, where it gives one.</summary>
    public static string? KeyIn(string body) =>
        Json(body) is { } json
            ? Keys.Select(k => json.GetValueOrDefault(k))
                .Where(k => k.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Select(k => k.ToString())
                .FirstOrDefault(k => k.Length > 0)
            : null;

    /// <summary>The parts of a signal found in the text.</summary>
    public static NewSignal Read(string body)
    {
        var found = Json(body) is { } json ? Named(json) : Lines(body);
        string? Text(params string[] names) =>
            names.Select(n => found.GetValueOrDefault(n)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
        var figures = new AlertFigures(found, [.. Entries, .. Stops, .. Targets.SelectMany(t => t)]);
        decimal? Price(string[] names) =>
            names
                .Select(n => figures.Price(found.GetValueOrDefault(n)))
                .FirstOrDefault(p => p is not null && PriceAttribute.Fault(p.Value) is null);

        var isExit = IsExit(body);
        var pair = PairOf(Text("pair", "symbol", "ticker", "market"));
        var indicators = found
            .Where(f => f.Key is "rsi" or "macd" or "volume" || f.Key.StartsWith("indicators.", StringComparison.Ordinal))
            .Select(f => (Name: f.Key[(f.Key.LastIndexOf('.') + 1)..], Value: figures.Read(f.Value)))
            .Where(f => f.Value is { } v && Math.Abs(v) < PriceAttribute.Max && f.Name.Length is > 0 and < 40)
            .DistinctBy(f => f.Name)
            .Take(SignalTerms.MaxIndicators)
            .ToDictionary(f => f.Name, f => f.Value);
        var targets = Targets.Select(Price).OfType<decimal>().ToList();
        var note = Text("note", "comment", "message", "text");
        return new NewSignal
        {
            Type =
                Text("type", "market_type")?.ToLowerInvariant() is "forex" or "fx" ? "forex"
                : pair is null ? null
                : IsForex(pair) ? "forex"
                : "crypto",
            Pair = pair,
            Direction = !isExit && Text("direction", "side", "action", "order") is { } side ? SideOf(side) : null,
            EntryPrice = isExit ? null : Price(Entries),
            StopLoss = Price(Stops),
            TakeProfit = targets.Count > 0 ? targets[0] : null,
            MoreTargets = [.. targets.Skip(1)],
            Indicators = indicators,
            Note = note is { Length: > NewSignal.MaxNote } ? note[..NewSignal.MaxNote] : note,
        };
    }

    /// <summary>Whether it says that a position ends: close long, exit, flat, buy to cover, stopped out.</summary>
    public static bool IsExit(string body)
    {
        if (Json(body) is not { } json)
            return Leaving().IsMatch(body);
        var found = Named(json);
        return Steps.Any(name => found.GetValueOrDefault(name) is { } step && Ending().IsMatch(step))
            || Sayings.Any(name => found.GetValueOrDefault(name) is { } saying && Leaving().IsMatch(saying));
    }

    private static Dictionary<string, JsonElement>? Json(string body)
    {
        if (!body.StartsWith('{'))
            return null;
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            return document.RootElement.EnumerateObject().GroupBy(p => p.Name).ToDictionary(p => p.Key, p => p.Last().Value.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // {"tp": 1, "targets": [1, 2], "indicators": {"rsi": 3}} as tp, targets.0, targets.1, indicators.rsi.
    private static Dictionary<string, string> Named(Dictionary<string, JsonElement> json)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in json)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var inner in value.EnumerateObject())
                    found[$"{name}.{inner.Name}"] = inner.Value.ToString();
            else if (value.ValueKind == JsonValueKind.Array)
                foreach (var (inner, i) in value.EnumerateArray().Select((v, i) => (v, i)))
                    found[$"{name}.{i}"] = inner.ToString();
            else
                found[name.ToLowerInvariant()] = value.ToString();
        }
        return found;
    }

    // "BUY BTC/USD", "entry: 45000", "SL 44,000": a word and what follows it.
    private static Dictionary<string, string> Lines(string body)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        found["side"] = body;
        if (Pairs().Match(body.ToUpperInvariant()) is { Success: true } pair)
            found["pair"] = pair.Value;
        foreach (Match match in Figures().Matches(body))
            found.TryAdd(
                match.Groups["name"].Value.ToLowerInvariant().Replace(' ', '_'),
                AlertFigures.Whole(match.Groups["value"].ValueSpan, body.AsSpan(match.Index + match.Length))
            );
        return found;
    }

    // A text with both sides has neither.
    private static string? SideOf(string text) =>
        Sides().Matches(text).Select(m => m.Value.ToUpperInvariant() is "BUY" or "LONG" ? "BUY" : "SELL").Distinct().ToList() is [var only]
            ? only
            : null;

    // BINANCE:BTCUSDT, btc-usd and EUR/USD alike.
    private static string? PairOf(string? text)
    {
        if (text is null)
            return null;
        var plain = text[(text.LastIndexOf(':') + 1)..].Trim().ToUpperInvariant().Replace('-', '/').Replace('_', '/');
        if (plain.EndsWith(".P", StringComparison.Ordinal))
            plain = plain[..^2];
        if (
            !plain.Contains('/', StringComparison.Ordinal)
            && Quotes.FirstOrDefault(q => plain.EndsWith(q, StringComparison.Ordinal) && plain.Length > q.Length + 1) is { } quote
        )
            plain = plain[..^quote.Length] + "/" + quote;
        return SignalTerms.PairOf(plain);
    }

    private static bool IsForex(string pair) =>
        pair.Split('/') is [var one, var other] && Currencies.Contains(one) && Currencies.Contains(other);

    [GeneratedRegex(@"(?<![a-z])(buy|long|sell|short)(?![a-z]|[ -]?term)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sides();

    [GeneratedRegex(
        "clos(e|ing)|exit|flat|cover|liquidat|reduc|stopped|(tp|sl|target|profit|loss).?(hit|reached)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ending();

    // In running text "close 45000" is a price and "exit 47000" a target.
    [GeneratedRegex(
        """
            (?<![a-z]) (?:
                (?:exit(?:s|ed|ing)?|clos(?:e|es|ed|ing)) (?![a-z]|\W{0,6}(?:price|target|above|below|at)?\W{0,6}\d)
                    (?: \W{1,6} (?:the|your|my|all|any|open|entry(?:\(s\))?|order|half)){0,3}
                    (?: \W{1,6} (?:longs?|shorts?|buys?|sells?|positions?|trades?|orders?) | \W{1,6} [a-z0-9]{2,8}[/-]?(?:usdt|usdc|usd|eur|gbp|jpy|btc|eth) | \W{0,6}$)
                | (?:longs?|shorts?|buys?|sells?|positions?|trades?) (?: \W{1,6} (?:is|was|has|been|now|position|trade)){0,2} \W{1,6} (?:closed|exit(?:ed)?|covered|stopped)
                | (?:buy|sell) \W{1,6} to \W{1,6} (?:close|cover)
                | cover \W{1,6} shorts?
                | (?:go|going|now|is) \W{1,6} flat | flatten | liquidated?
                | (?:take\W{0,3}profit|tp\W?[123]?|stop(?:\W{0,3}loss)?|sl|target\W?[123]?) (?: \W{1,6} (?:is|was|has|been)){0,2} \W{1,6} (?:hit|reached|triggered)
                | stopped \W{1,6} out
            ) (?![a-z])
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Leaving();

    [GeneratedRegex(
        @"\b[A-Z0-9]{2,10}[/\-][A-Z]{2,6}\b|\b[A-Z0-9]{2,8}(?:USDT|USDC|USD|EUR|GBP|JPY)\b",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pairs();

    [GeneratedRegex(
        @"\b(?<name>entry(?: price)?|price|stop(?: loss)?|sl|target(?: ?[123](?![\d.,]))?|take profit|tp(?: ?[123](?![\d.,]))?|rsi|macd|volume)\s{0,9}[:=@]?\s{0,9}(?<value>[-+]?\d(?:[^ \t\r\n,;|]|[,;|](?=\d))*)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Figures();
}
