using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Vault;

/// <summary>
/// The data feed that charting front ends know (UDF): config, symbols, search, history, time. For a session that is
/// unlocked; every history is a recorded read. A symbol is MARKET:PAIR, such as crypto:BTC/USD.
/// </summary>
internal static class UdfEndpoints
{
    private const int MaxHits = 50;

    // What UDF calls a resolution, and what we call an interval.
    private static readonly Dictionary<string, string> Resolutions = new()
    {
        ["1"] = "1m",
        ["5"] = "5m",
        ["15"] = "15m",
        ["30"] = "30m",
        ["60"] = "1h",
        ["240"] = "4h",
        ["1D"] = "1d",
        ["D"] = "1d",
    };

    public static void MapUdf(this Api api)
    {
        var udf = api.Admin.MapGroup("/vault/udf").WithTags("vault feed");
        udf.MapGet("/config", Config).WithName("udfConfig").WithSummary("What the feed can do");
        udf.MapGet("/symbols", Symbols)
            .WithName("udfSymbols")
            .WithSummary("One symbol, such as crypto:BTC/USD")
            .ProducesProblem(403)
            .ProducesProblem(404);
        udf.MapGet("/search", Search).WithName("udfSearch").WithSummary("Symbols in whose name the text stands").ProducesProblem(403);
        udf.MapGet("/history", History)
            .WithName("udfHistory")
            .WithSummary("Bars between two Unix times, oldest first, at most 1,000")
            .ProducesProblem(400)
            .ProducesProblem(403);
        udf.MapGet("/time", Time).WithName("udfTime").WithSummary("The server's time in Unix seconds");
    }

    private static Ok<object> Config(Actor actor, Grants grants)
    {
        grants.Demand(actor);
        return TypedResults.Ok<object>(
            new
            {
                supported_resolutions = Resolutions.Keys.Where(r => r != "D").ToArray(),
                supports_search = true,
                supports_group_request = false,
                supports_marks = false,
                supports_timescale_marks = false,
                supports_time = true,
                exchanges = Enum.GetValues<BotType>()
                    .Select(t => new
                    {
                        value = Word.Of(t),
                        name = Word.Of(t),
                        desc = Word.Of(t),
                    })
                    .ToArray(),
                symbols_types = Enum.GetValues<BotType>().Select(t => new { name = Word.Of(t), value = Word.Of(t) }).ToArray(),
            }
        );
    }

    private static async Task<Ok<object>> Symbols(Actor actor, Grants grants, Candles candles, string? symbol = null)
    {
        grants.Demand(actor);
        var (type, pair) = SymbolOf(symbol);
        var mine = (await candles.Series(actor)).Where(s => s.Type == type && s.Pair == pair).ToList();
        if (mine.Count == 0)
            throw Refusal.NotFound();
        return TypedResults.Ok<object>(
            new
            {
                name = pair,
                ticker = $"{Word.Of(type)}:{pair}",
                description = pair,
                type = Word.Of(type),
                session = "24x7",
                timezone = "Etc/UTC",
                exchange = Word.Of(type),
                listed_exchange = Word.Of(type),
                minmov = 1,
                pricescale = type == BotType.Crypto ? 100 : 100_000,
                has_intraday = mine.Any(s => s.Interval != "1d"),
                has_daily = mine.Any(s => s.Interval == "1d"),
                supported_resolutions = Resolutions
                    .Where(r => r.Key != "D" && mine.Any(s => s.Interval == r.Value))
                    .Select(r => r.Key)
                    .ToArray(),
            }
        );
    }

    private static async Task<Ok<object[]>> Search(
        Actor actor,
        Grants grants,
        Candles candles,
        string? query = null,
        string? type = null,
        string? exchange = null,
        int limit = 30
    )
    {
        grants.Demand(actor);
        var found = (await candles.Series(actor))
            .Select(s => (s.Type, s.Pair))
            .Distinct()
            .Where(s => s.Pair.Contains(query?.Trim() ?? "", StringComparison.OrdinalIgnoreCase))
            .Where(s =>
                (string.IsNullOrEmpty(type) || Word.Of(s.Type) == type) && (string.IsNullOrEmpty(exchange) || Word.Of(s.Type) == exchange)
            )
            .Take(Math.Clamp(limit, 1, MaxHits));
        return TypedResults.Ok(
            found
                .Select(
                    object (s) =>
                        new
                        {
                            symbol = s.Pair,
                            full_name = $"{Word.Of(s.Type)}:{s.Pair}",
                            description = s.Pair,
                            exchange = Word.Of(s.Type),
                            ticker = $"{Word.Of(s.Type)}:{s.Pair}",
                            type = Word.Of(s.Type),
                        }
                )
                .ToArray()
        );
    }

    private static async Task<Ok<object>> History(
        Actor actor,
        Grants grants,
        Candles candles,
        string? symbol = null,
        string? resolution = null,
        long from = 0,
        long to = 0,
        int countback = Candles.MaxPage
    )
    {
        var grant = grants.Demand(actor);
        var (type, pair) = SymbolOf(symbol);
        var interval =
            Resolutions.GetValueOrDefault(resolution ?? "")
            ?? throw Refusal.Invalid("resolution", Words.Of("Word_Unknown", string.Join(", ", Resolutions.Keys)));
        var page = await candles.List(
            actor,
            grant,
            new CandleFilter
            {
                Type = type,
                Pair = pair,
                Interval = interval,
                From = TimeOf(from, "from"),
                To = TimeOf(to, "to"),
                Size = Math.Clamp(countback, 1, Candles.MaxPage),
            }
        );
        if (page.Items.Count == 0)
            return TypedResults.Ok<object>(new { s = "no_data" });
        var bars = page.Items.Select(v => v.Candle).Reverse().ToList();
        return TypedResults.Ok<object>(
            new
            {
                s = "ok",
                t = bars.Select(c => c.Time.ToUnixTimeSeconds()).ToArray(),
                o = bars.Select(c => c.Open).ToArray(),
                h = bars.Select(c => c.High).ToArray(),
                l = bars.Select(c => c.Low).ToArray(),
                c = bars.Select(c => c.Close).ToArray(),
                v = bars.Select(c => c.Volume).ToArray(),
            }
        );
    }

    private static ContentHttpResult Time(Actor actor, Grants grants)
    {
        grants.Demand(actor);
        return TypedResults.Text(actor.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static (BotType, string) SymbolOf(string? symbol)
    {
        var parts = (symbol ?? "").Split(':');
        return parts.Length == 2
            ? (Word.Demand<BotType>("symbol", parts[0]), Markets.Pair(parts[1], "symbol"))
            : throw Refusal.Invalid("symbol", Words.Of("Candle_Pair"));
    }

    private static DateTimeOffset? TimeOf(long unix, string field) =>
        unix switch
        {
            0 => null,
            < 0 or > 7_258_118_400 => throw Refusal.Invalid(field, Words.Of("Candle_Time")),
            _ => DateTimeOffset.FromUnixTimeSeconds(unix),
        };
}
