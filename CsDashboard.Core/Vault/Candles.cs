using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

/// <summary>
/// The candles of the vault. Reading takes an open <see cref="Grant"/> and is recorded in the transaction of the read; bots
/// write without one. A candle that does not open in its place makes the whole read fail and is recorded.
/// </summary>
public sealed class Candles(Store store, VaultKeys keys) : ICandleStore
{
    /// <summary>The newest 1000 (contract: enhanced, Vault and PIN).</summary>
    public const int MaxPage = 1_000;

    /// <summary>Which series exist, without prices; anyone who may use the vault sees the names.</summary>
    public async Task<IReadOnlyList<SeriesView>> Series(Actor actor)
    {
        actor.Demand(VaultRights.Use);
        await using var db = store.Open(actor);
        return await db
            .CandleSeries.OrderBy(s => s.Type)
            .ThenBy(s => s.Pair)
            .ThenBy(s => s.Interval)
            .Select(s => new SeriesView(s.Type, s.Pair, s.Interval))
            .ToListAsync();
    }

    /// <summary>Candles newest first. Forbidden without an open grant; Invalid for a bad cursor; Conflict (vault_tampered).</summary>
    public async Task<Page<CandleView>> List(Actor actor, Grant grant, CandleFilter filter)
    {
        actor.Demand(VaultRights.Use);
        var size = Math.Clamp(filter.Size, 1, MaxPage);
        var (before, beforeSeries) = CursorOf(filter.After);
        grant.Keys(actor);
        var (series, rows, ring) = await store.Write(
            actor,
            async db =>
            {
                var all = await SeriesOf(db, filter.Scope).ToListAsync();
                var (from, to) = BoundsOf(filter.Scope);
                List<SealedCandle> found = [];
                // One query for each series by its own key, instead of filtering all of them.
                foreach (var one in all)
                    found.AddRange(
                        await db
                            .Candles.AsNoTracking()
                            .Where(c =>
                                c.SeriesId == one.Id
                                && c.Time >= from
                                && c.Time < to
                                && (c.Time < before || c.Time == before && c.SeriesId < beforeSeries)
                            )
                            .OrderByDescending(c => c.Time)
                            .Take(size + 1)
                            .ToListAsync()
                    );
                found = [.. found.OrderByDescending(c => c.Time).ThenByDescending(c => c.SeriesId).Take(size + 1)];
                db.Record(new CandlesRead(actor.TenantId, filter.Scope, Math.Min(size, found.Count)));
                return (all.ToDictionary(s => s.Id), found, await keys.Ring(db));
            }
        );
        grant.Learn(ring);
        using var cipher = new CandleCipher(grant.Keys(actor));
        var views = new List<CandleView>(rows.Count);
        foreach (var row in rows.Take(size))
        {
            var of = series[row.SeriesId];
            if (!cipher.TryOpen(CandleCipher.PlaceOf(of), row.Time, row.Envelope, out var candle, out var indicators))
                throw await Tampered(actor, of, row.Time);
            views.Add(new CandleView(of.Type, of.Pair, of.Interval, candle, System.Text.Encoding.UTF8.GetString(indicators)));
        }
        return new Page<CandleView>(views, rows.Count > size ? $"{rows[size - 1].Time}.{rows[size - 1].SeriesId}" : null);
    }

    /// <summary>
    /// Enters one candle, as store-bot-data does. Without a time it gets the server's, moved on by a millisecond where there
    /// is one already. Refuses with Invalid for an unknown market, pair or impossible prices.
    /// </summary>
    public async Task<DateTimeOffset> Enter(Actor actor, Grant grant, NewCandle input)
    {
        actor.Demand(VaultRights.Use);
        var (type, pair, interval, candle, indicators) = Checked(actor, input);
        grant.Keys(actor);
        return await store.Write(
            actor,
            async db =>
            {
                while (!await Put(db, type, pair, interval, candle, indicators))
                {
                    if (input.Time is not null)
                        break;
                    candle = candle with { Time = candle.Time.AddMilliseconds(1) };
                }
                db.Record(new CandleStored(actor.TenantId, new CandleScope(type, pair, interval), candle.Time));
                return candle.Time;
            }
        );
    }

    /// <summary>What <see cref="Enter"/> would refuse, before a PIN is asked for.</summary>
    public static void Check(Actor actor, NewCandle input) => Checked(actor, input);

    private static (BotType, string, string, Candle, byte[]) Checked(Actor actor, NewCandle input)
    {
        var (type, pair) = (Word.Demand<BotType>("bot_type", input.BotType), Markets.Pair(input.Pair));
        var interval = input.Interval is null ? Markets.Live : Markets.Interval(input.Interval);
        var candle = new Candle(input.Time ?? actor.Now, input.Open, input.High, input.Low, input.Close, input.Volume);
        if (candle.Time.Year < 1970)
            throw Refusal.Invalid("time", Words.Of("Candle_Time"));
        candle.Time.NotAfter(actor.Now + Markets.Length(interval), "time");
        if (candle.Fault() is { } fault)
            throw Refusal.Invalid("ohlcv." + fault.Field, Words.Of(fault.Key));
        var indicators = System.Text.Encoding.UTF8.GetBytes(input.Indicators ?? "{}");
        if (indicators.Length > CandleCipher.MaxIndicators)
            throw Refusal.TooLarge("indicators", Words.Of("Candle_Indicators", CandleCipher.MaxIndicators));
        return (type, pair, interval, candle, indicators);
    }

    /// <inheritdoc/>
    public Task<bool> Add(
        AppDb db,
        BotType type,
        string pair,
        string interval,
        Candle candle,
        IReadOnlyDictionary<string, decimal>? indicators
    ) => Put(db, type, pair, interval, candle, JsonSerializer.SerializeToUtf8Bytes(indicators ?? new Dictionary<string, decimal>()));

    private async Task<bool> Put(AppDb db, BotType type, string pair, string interval, Candle candle, byte[] indicators)
    {
        var series = await SeriesFor(db, type, pair, interval);
        var time = candle.Time.ToUnixTimeMilliseconds();
        var number = series.Id;
        if (await db.Candles.AnyAsync(c => c.SeriesId == number && c.Time == time))
            return false;
        var (key, bytes) = await keys.Current(db);
        using var cipher = new CandleCipher(new Dictionary<int, byte[]> { [key] = bytes });
        db.Candles.Add(
            new SealedCandle
            {
                SeriesId = series.Id,
                Time = time,
                TenantId = db.Actor.TenantId,
                Envelope = cipher.Seal(key, CandleCipher.PlaceOf(series), candle, indicators),
            }
        );
        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>The series of a market, made when it is the first candle of it. Inside a write.</summary>
    internal static async Task<CandleSeries> SeriesFor(AppDb db, BotType type, string pair, string interval)
    {
        var series = await db.CandleSeries.SingleOrDefaultAsync(s => s.Type == type && s.Pair == pair && s.Interval == interval);
        if (series is not null)
            return series;
        db.CandleSeries.Add(
            series = new CandleSeries
            {
                TenantId = db.Actor.TenantId,
                Type = type,
                Pair = pair,
                Interval = interval,
            }
        );
        await db.SaveChangesAsync();
        return series;
    }

    internal static IQueryable<CandleSeries> SeriesOf(AppDb db, CandleScope scope)
    {
        var found = db.CandleSeries.AsNoTracking();
        if (scope.Type is { } type)
            found = found.Where(s => s.Type == type);
        if (scope.Pair is { } pair)
            found = found.Where(s => s.Pair == pair);
        if (scope.Interval is { } interval)
            found = found.Where(s => s.Interval == interval);
        return found.OrderBy(s => s.Type).ThenBy(s => s.Pair).ThenBy(s => s.Interval);
    }

    internal static (long From, long To) BoundsOf(CandleScope scope) =>
        (scope.From?.ToUnixTimeMilliseconds() ?? 0, scope.To?.ToUnixTimeMilliseconds() ?? long.MaxValue);

    /// <summary>Records it and gives the refusal to throw.</summary>
    internal async Task<Refusal> Tampered(Actor actor, CandleSeries series, long time)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time);
        await store.Record(actor, new CandleTampered(actor.TenantId, new CandleScope(series.Type, series.Pair, series.Interval), at));
        return Refusal.Conflict(
            Words.Of(
                "Vault_Tampered",
                $"{series.Pair} {series.Interval}",
                at.ToString("u", System.Globalization.CultureInfo.InvariantCulture)
            ),
            "vault_tampered"
        );
    }

    private static (long Time, long Series) CursorOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return (long.MaxValue, long.MaxValue);
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return
            text.Split('.') is [var time, var series]
            && long.TryParse(time, culture, out var at)
            && long.TryParse(series, culture, out var of)
            ? (at, of)
            : throw Refusal.Invalid("after", Words.Of("Refused_Cursor"));
    }
}
