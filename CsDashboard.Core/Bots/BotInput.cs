using System.Text.Json.Serialization;

namespace CsDashboard.Bots;

/// <summary>How a bot works. The same record is the form and what is stored.</summary>
public sealed class BotSettings
{
    public const string Replay = "replay",
        Exchange = "exchange";
    public const int MaxPairs = 10;

    /// <summary>replay plays the sample candles that come with the product, or a file that was given; exchange asks an exchange.</summary>
    [OneOf(Replay, Exchange)]
    public string? Feed { get; set; } = Replay;

    /// <summary>Pairs, separated by commas.</summary>
    [Text(300)]
    public string? Pairs { get; set; }

    [OneOf("1m", "5m", "15m", "30m", "1h", "4h", "1d")]
    public string? Interval { get; set; } = "15m";

    /// <summary>Replay: candles of each pair in a minute, 1 to 6,000. It never overtakes the clock.</summary>
    public int Speed { get; set; } = 60;

    /// <summary>Exchange: where its klines call is, such as https://api.binance.com.</summary>
    [Text(200, Optional = true)]
    public string? Address { get; set; }

    /// <summary>RSI under which a market counts as oversold, 1 to 50.</summary>
    public decimal BuyBelow { get; set; } = 30;

    /// <summary>RSI over which it counts as overbought, 50 to 99.</summary>
    public decimal SellAbove { get; set; } = 70;

    /// <summary>How many times the risk the target is away, 0.5 to 10.</summary>
    public decimal RiskReward { get; set; } = 2;

    /// <summary>Least volume against the average of the twenty before, in percent more; -100 asks for none.</summary>
    public decimal VolumeChange { get; set; } = -100;

    /// <summary>Candles of a pair that must pass between two drafts, 1 to 1,000.</summary>
    public int Rest { get; set; } = 12;

    [JsonIgnore]
    public bool IsReplay => Feed != Exchange;

    [JsonIgnore]
    public TimeSpan Length => Markets.Intervals[Interval ?? "15m"];

    /// <summary>The pairs as this product writes them; Invalid for anything that isn't a pair.</summary>
    public IReadOnlyList<string> PairList() =>
        [
            .. (Pairs ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(p => Markets.Pair(p, "pairs"))
                .Distinct(),
        ];

    public static BotSettings Usual(BotType type) => new() { Pairs = string.Join(", ", Samples.Pairs(type)) };

    /// <summary>Refuses what no bot could work with, every field named.</summary>
    internal BotSettings Fit(BotType type, bool hasOwnFile)
    {
        this.Checked();
        List<FieldError> faults = [];
        void Within(string field, decimal value, decimal least, decimal most)
        {
            if (value < least || value > most)
                faults.Add(new FieldError(field, Words.Of("Bot_Range", least, most)));
        }
        Within("speed", Speed, 1, 6_000);
        Within("buyBelow", BuyBelow, 1, 50);
        Within("sellAbove", SellAbove, 50, 99);
        Within("riskReward", RiskReward, 0.5m, 10);
        Within("volumeChange", VolumeChange, -100, 1_000);
        Within("rest", Rest, 1, 1_000);
        var pairs = PairList();
        if (pairs.Count is 0 or > MaxPairs)
            faults.Add(new FieldError("pairs", Words.Of("Bot_Pairs", MaxPairs)));
        if (IsReplay && !hasOwnFile && pairs.Except(Samples.Pairs(type)).Any())
            faults.Add(new FieldError("pairs", Words.Of("Bot_SamplePairs", string.Join(", ", Samples.Pairs(type)))));
        if (
            !IsReplay
            && !(
                Uri.TryCreate(Address, UriKind.Absolute, out var url)
                && url.Scheme is ("http" or "https")
                && url is { UserInfo: "", Query: "", Fragment: "" }
            )
        )
            faults.Add(new FieldError("address", Words.Of("Bot_Address")));
        if (faults.Count > 0)
            throw Refusal.Invalid(faults);
        Pairs = string.Join(", ", pairs);
        return this;
    }
}
