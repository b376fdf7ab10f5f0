using System.ComponentModel.DataAnnotations;

namespace CsDashboard.Signals;

/// <summary>A signal as it is asked for. What is left out is as in the contract's example (crypto, BTC/USD, BUY).</summary>
public sealed class NewSignal
{
    public const int MaxNote = 2_000;
    public const int MaxCandles = 200;

    [WordOf<SignalType>]
    public string? Type { get; set; }

    [Text(25, Optional = true)]
    public string? Pair { get; set; }

    [WordOf<Direction>]
    public string? Direction { get; set; }

    [Price]
    public decimal? EntryPrice { get; set; }

    [Price]
    public decimal? StopLoss { get; set; }

    /// <summary>The first target, which decides risk/reward and score.</summary>
    [Price]
    public decimal? TakeProfit { get; set; }

    /// <summary>Up to two further ones, each beyond the one before.</summary>
    [Price]
    public IReadOnlyList<decimal>? MoreTargets { get; set; }

    /// <summary>Named figures such as rsi, macd and volume; at most twenty.</summary>
    public IReadOnlyDictionary<string, decimal?>? Indicators { get; set; }

    /// <summary>What the customer reads beside the figures.</summary>
    [Text(MaxNote, Optional = true)]
    public string? Note { get; set; }

    /// <summary>Random key of the sender: sent twice, it is published, or drafted, once.</summary>
    [Text(64, Optional = true)]
    public string? Key
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>The last candles before the signal, oldest first; at most 200 are kept, the latest.</summary>
    public IReadOnlyList<Candle>? Candles { get; set; }
}

/// <summary>A candle as charts have it; the time is that of its opening, in Unix seconds.</summary>
public sealed record Candle(long Time, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume);

/// <summary>A signal that somebody proposes; it may be incomplete, and an admin decides.</summary>
public sealed class NewDraft
{
    public NewSignal Signal { get; set; } = new();
    public DraftSource Source { get; set; }

    /// <summary>The bot that proposes it, unless that is the main one of its market.</summary>
    public Guid? BotId { get; init; }

    /// <summary>What it was read from, word for word.</summary>
    public string? Original { get; set; }
}

/// <summary>Something that happened to a signal after its publication.</summary>
public sealed class SignalStep
{
    public const int MaxNote = 1_000;

    /// <summary>The kind of step.</summary>
    [Text(40), WordOf<LifeKind>(LifeKind.Published)]
    public string? Event { get; set; }

    /// <summary>For target_reached: 1 for the first target. The first that is not reached yet when left out.</summary>
    public int? Target { get; set; }

    /// <summary>For closed: the price at which it was closed.</summary>
    [Price]
    public decimal? Price { get; set; }

    /// <summary>For moved and corrected; what is left out stays.</summary>
    [Price]
    public decimal? EntryPrice { get; set; }

    [Price]
    public decimal? StopLoss { get; set; }

    /// <summary>For moved and corrected: every target, in order.</summary>
    [Price]
    public IReadOnlyList<decimal>? Targets { get; set; }

    /// <summary>Why; must be there for cancelled and corrected.</summary>
    [Text(MaxNote, Optional = true)]
    public string? Note { get; set; }
}

/// <summary>A list of signals as the address of a page or a call says it.</summary>
public sealed record SignalFilter
{
    public string? Type { get; init; }

    /// <summary>A pair or the beginning of one.</summary>
    public string? Pair { get; init; }
    public string? Direction { get; init; }
    public bool Recommended { get; init; }

    /// <summary>waiting, running, closed or cancelled; active for the first two, ended for the others.</summary>
    public string? State { get; init; }

    /// <summary>bot, alert or admin: who drafted it.</summary>
    public string? Source { get; init; }

    /// <summary>main, or the id of another bot of a market.</summary>
    public string? Bot { get; init; }

    /// <summary>Published after this.</summary>
    public DateTimeOffset? Since { get; init; }
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 25;
}

/// <summary>Which signals that are over a list of the track record holds.</summary>
public sealed record RecordFilter
{
    /// <summary>closed, won, lost, cancelled or corrected.</summary>
    public string? Outcome { get; init; }

    /// <summary>The month (UTC) in which it ended: 2026-11.</summary>
    public string? Month { get; init; }
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 25;
}

/// <summary>A price: more than nothing, at most twelve digits before the point and ten behind it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PriceAttribute : ValidationAttribute
{
    public const decimal Max = 999_999_999_999m;
    public const int Decimals = 10;

    /// <summary>What is wrong with it; null for nothing.</summary>
    public static string? Fault(decimal price) =>
        price switch
        {
            <= 0 => Words.Of("Price_Positive"),
            > Max => Words.Of("Price_Large"),
            _ => decimal.Round(price, Decimals) == price ? null : Words.Of("Price_Digits", Decimals),
        };

    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        var fault = value switch
        {
            decimal price => Fault(price),
            IEnumerable<decimal> prices => prices.Select(Fault).FirstOrDefault(f => f is not null),
            _ => null,
        };
        return fault is null ? null : new ValidationResult(fault, [context.MemberName ?? ""]);
    }
}
