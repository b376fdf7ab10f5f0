using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CsDashboard.Web.Vault;

/// <summary>The vault: the two calls of the contract that carry the PIN, and calls of a session that is unlocked.</summary>
internal static class VaultEndpoints
{
    private const long MaxFile = 32 * 1_048_576;

    public static void MapVault(this Api api)
    {
        var pin = api.Staff.MapGroup("/enhanced/dashboard").WithTags("vault");
        pin.MapPost("/trading-data", TradingData)
            .WithName("tradingData")
            .WithSummary("The newest 1,000 candles of the vault, newest first")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(429);
        pin.MapPost("/store-bot-data", StoreBotData)
            .WithName("storeBotData")
            .WithSummary("Puts one candle into the vault")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(429);

        var vault = api.Admin.MapGroup("/vault").WithTags("vault");
        vault
            .MapPost("/unlock", Unlock)
            .WithName("unlockVault")
            .WithSummary("Unlocks the vault for this session, for five minutes")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(429);
        vault.MapPost("/lock", Lock).WithName("lockVault").WithSummary("Locks the vault of this session");
        vault
            .MapGet("/export", Export)
            .WithName("exportVault")
            .WithSummary("Candles as csv or json, streamed; times from and to in ISO 8601")
            .Produces(200, contentType: "text/csv")
            .ProducesProblem(400)
            .ProducesProblem(403);
        vault
            .MapPost("/import", Import)
            .WithName("importVault")
            .WithSummary(
                "Imports an OHLCV file (text/csv): all of it or nothing. Market, pair and interval are those of its own columns, where it has them"
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxFile))
            .AddOpenApiOperationTransformer(CsvBody.Describe)
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(413);
    }

    private static async Task<Ok<TradingDataAnswer>> TradingData(Actor actor, Pins pins, Candles candles, TradingDataRequest input)
    {
        var filter = FilterOf(input.Filters?.BotType, input.Filters?.Pair, null, null, null);
        filter.Size = Candles.MaxPage;
        using var grant = await pins.Prove(actor, input.Pin);
        var page = await candles.List(actor, grant, filter);
        return TypedResults.Ok(new TradingDataAnswer(true, [.. page.Items.Select(Ohlcv.Of)], page.Items.Count));
    }

    private static async Task<Created<StoredAnswer>> StoreBotData(Actor actor, Pins pins, Candles candles, BotDataRequest input)
    {
        var prices = input.Ohlcv ?? new BotPrices();
        if (input.Indicators is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            throw Refusal.Invalid("indicators", Words.Of("Candle_IndicatorsObject"));
        var candle = new NewCandle
        {
            BotType = input.BotType,
            Pair = input.Pair,
            Interval = input.Interval,
            Time = input.Time,
            Open = prices.Open,
            High = prices.High,
            Low = prices.Low,
            Close = prices.Close,
            Volume = prices.Volume,
            Indicators = input.Indicators is { ValueKind: JsonValueKind.Object } indicators ? indicators.GetRawText() : null,
        };
        Pins.Read(input.Pin);
        Candles.Check(actor, candle);
        using var grant = await pins.Prove(actor, input.Pin);
        await candles.Enter(actor, grant, candle);
        return TypedResults.Created((string?)null, new StoredAnswer(true, "Bot data stored"));
    }

    private static async Task<Ok<UnlockedAnswer>> Unlock(Actor actor, Pins pins, PinRequest input) =>
        TypedResults.Ok(new UnlockedAnswer(true, (await pins.Unlock(actor, input.Pin)).Until));

    private static async Task<NoContent> Lock(Actor actor, Pins pins)
    {
        await pins.Lock(actor);
        return TypedResults.NoContent();
    }

    private static async Task Export(
        HttpContext http,
        Actor actor,
        Grants grants,
        CandleExports exports,
        [FromQuery(Name = "bot_type")] string? botType = null,
        string? pair = null,
        string? interval = null,
        string? from = null,
        string? to = null,
        string? format = null
    )
    {
        var kind = (format ?? "csv") switch
        {
            "csv" => ExportFormat.Csv,
            "json" => ExportFormat.Json,
            _ => throw Refusal.Invalid("format", Words.Of("CandleFile_Format")),
        };
        var write = await exports.Begin(
            actor,
            grants.Demand(actor),
            FilterOf(botType, pair, interval, Times.Given(from, "from"), Times.Given(to, "to")),
            kind
        );
        http.Response.ContentType = kind == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/json";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"candles-{actor.Now:yyyyMMdd-HHmmss}.{(kind == ExportFormat.Csv ? "csv" : "json")}\"";
        await write(
            http.Response.BodyWriter,
            async () => await http.Response.BodyWriter.FlushAsync(http.RequestAborted),
            http.RequestAborted
        );
    }

    private static async Task<Ok<ImportedAnswer>> Import(
        HttpContext http,
        Actor actor,
        Grants grants,
        CandleImports imports,
        [FromQuery(Name = "bot_type")] string? botType = null,
        string? pair = null,
        string? interval = null
    )
    {
        var outcome = await imports.Import(
            actor,
            grants.Demand(actor),
            new ImportTarget
            {
                BotType = botType,
                Pair = pair,
                Interval = interval,
            },
            http.Request.Body,
            cancellation: http.RequestAborted
        );
        return TypedResults.Ok(
            new ImportedAnswer
            {
                Success = true,
                Added = outcome.Added,
                Repeated = outcome.Repeated,
                Rows = outcome.Added + outcome.Repeated,
                From = outcome.Series.Min(s => s.From),
                To = outcome.Series.Max(s => s.To),
                Zone = "UTC",
                ZoneAssumed = outcome.TookUtc,
                VolumeColumn = outcome.VolumeColumn,
                Series =
                [
                    .. outcome.Series.Select(s => new SeriesAnswer(Word.Of(s.Type), s.Pair, s.Interval, s.Added, s.Repeated, s.From, s.To)),
                ],
                Differing = outcome.Differing,
                DifferingLines = outcome.DifferingLines,
            }
        );
    }

    internal static CandleFilter FilterOf(string? botType, string? pair, string? interval, DateTimeOffset? from, DateTimeOffset? to) =>
        new()
        {
            Type = string.IsNullOrWhiteSpace(botType) ? null : Word.Demand<BotType>("bot_type", botType),
            Pair = string.IsNullOrWhiteSpace(pair) ? null : Markets.Pair(pair),
            Interval = string.IsNullOrWhiteSpace(interval) ? null : Markets.Interval(interval),
            From = from,
            To = to,
        };
}
