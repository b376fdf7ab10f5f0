using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>Where the candles of a file belong.</summary>
public sealed class ImportTarget
{
    public string? BotType { get; set; }
    public string? Pair { get; set; }
    public string? Interval { get; set; }
}

/// <summary>What is in a file before it is imported: its first rows, and the first lines that are wrong.</summary>
public sealed record ImportPreview(int Rows, int BadRows, IReadOnlyList<Candle> First, IReadOnlyList<FieldError> Faults, DateTimeOffset? From, DateTimeOffset? To);

/// <summary>How many candles were new, and how many there were already.</summary>
public sealed record ImportOutcome(int Added, int Repeated);

/// <summary>
/// Takes OHLCV files. A file is read and sealed first, and then written in one transaction: it is imported whole or not at
/// all, whatever happens in between. A file of at most 250,000 rows keeps the others from writing for about a second.
/// </summary>
public sealed class CandleImports(Store store, VaultKeys keys)
{
    private const int ShownRows = 8, ShownFaults = 20;

    /// <summary>Reads the whole file and writes nothing. Refuses with Invalid what is no such file.</summary>
    public async Task<ImportPreview> Preview(Actor actor, Stream file, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        actor.Demand(VaultRights.Manage);
        var (rows, bad) = (0, 0);
        List<Candle> first = [];
        List<FieldError> faults = [];
        DateTimeOffset? from = null, to = null;
        await foreach (var line in CandleFile.Read(file, cancellation))
        {
            rows++;
            if (line.Fault is { } fault)
            {
                bad++;
                if (faults.Count < ShownFaults) faults.Add(FaultOf(line.Number, fault));
                continue;
            }
            if (first.Count < ShownRows) first.Add(line.Candle);
            if (from is null || line.Candle.Time < from) from = line.Candle.Time;
            if (to is null || line.Candle.Time > to) to = line.Candle.Time;
            if (rows % 2_000 == 0) progress?.Report(rows);
        }
        return new ImportPreview(rows, bad, first, faults, from, to);
    }

    /// <summary>
    /// Imports a file into the vault; what is there already of the same time stays and counts as repeated. Forbidden without
    /// an open grant. Refuses with Invalid when any row is wrong, naming the first lines; nothing is imported then, and
    /// nothing when it is cancelled. Progress is told in rows that are ready.
    /// </summary>
    public async Task<ImportOutcome> Import(Actor actor, Grant grant, ImportTarget target, Stream file, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        actor.Demand(VaultRights.Manage);
        grant.Keys(actor);
        var (type, pair, interval) = (BotTypes.Read(target.BotType, "botType"), Markets.Pair(target.Pair), Markets.Interval(target.Interval));
        var candles = new List<Candle>();
        List<FieldError> faults = [];
        await foreach (var line in CandleFile.Read(file, cancellation))
        {
            if (line.Fault is { } fault) faults.Add(FaultOf(line.Number, fault));
            else candles.Add(line.Candle);
            if (faults.Count >= ShownFaults) break;
        }
        if (faults.Count > 0) throw Refusal.Invalid(faults);
        return await Add(actor, type, pair, interval, candles, progress, cancellation);
    }

    /// <summary>Fills the vault with the sample of a pair and its indicators, up to where a bot that replays it would begin.</summary>
    internal async Task Fill(Actor actor, BotType type, string pair, TimeSpan length)
    {
        var (sample, step) = (new BotSettings(), new BotSettings().Length);
        var end = Samples.First(step, actor.Now);
        List<Candle> candles = [], window = [];
        List<byte[]> figures = [];
        for (var at = end - length; at < end; at += step)
        {
            candles.Add(Samples.At(type, pair, at, step)!.Value);
            window.Add(candles[^1]);
            if (window.Count > 60) window.RemoveAt(0);
            figures.Add(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Indicators.Of(window)));
        }
        await Add(actor, type, pair, sample.Interval!, candles, figures: figures);
    }

    /// <summary>The same for candles at hand.</summary>
    internal async Task<ImportOutcome> Add(
        Actor actor, BotType type, string pair, string interval, IReadOnlyList<Candle> candles, IProgress<int>? progress = null, CancellationToken cancellation = default, IReadOnlyList<byte[]>? figures = null)
    {
        var (series, key) = await store.Write(actor, async db => (await Candles.SeriesFor(db, type, pair, interval), await keys.Current(db)), cancellation);
        // Sealed before the write, so that nobody waits for it.
        var rows = new List<(long Time, byte[] Envelope)>(candles.Count);
        using (var cipher = new CandleCipher(new Dictionary<int, byte[]> { [key.Number] = key.Key }))
        {
            var place = CandleCipher.PlaceOf(series);
            foreach (var candle in candles)
            {
                rows.Add((candle.Time.ToUnixTimeMilliseconds(), cipher.Seal(key.Number, place, candle, figures is null ? "{}"u8 : figures[rows.Count])));
                if (rows.Count % 2_000 != 0) continue;
                progress?.Report(rows.Count);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        return await store.Write(actor, async db =>
        {
            var added = await Insert(db, series.Id, rows, cancellation);
            db.Record(new CandlesImported(actor.TenantId, new CandleScope(type, pair, interval), added, rows.Count - added));
            return new ImportOutcome(added, rows.Count - added);
        }, cancellation);
    }

    // Past EF, whose tracking of a hundred thousand rows takes many times longer than the rows themselves.
    internal static async Task<int> Insert(AppDb db, long series, List<(long Time, byte[] Envelope)> rows, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        CandleExports.Give(command, "@series", series);
        CandleExports.Give(command, "@tenant", db.Actor.TenantId);
        var added = 0;
        if (command is SqliteCommand)
        {
            command.CommandText = """INSERT INTO "Candles" ("SeriesId", "Time", "TenantId", "Envelope") VALUES (@series, @time, @tenant, @envelope) ON CONFLICT ("SeriesId", "Time") DO NOTHING""";
            var (time, envelope) = (CandleExports.Give(command, "@time", 0L), CandleExports.Give(command, "@envelope", Array.Empty<byte>()));
            await command.PrepareAsync(cancellation);
            foreach (var row in rows)
            {
                (time.Value, envelope.Value) = (row.Time, row.Envelope);
                added += await command.ExecuteNonQueryAsync(cancellation);
            }
            return added;
        }
        command.CommandText = """INSERT INTO "Candles" ("SeriesId", "Time", "TenantId", "Envelope") SELECT @series, "t", @tenant, "e" FROM unnest(@times, @envelopes) AS r("t", "e") ON CONFLICT ("SeriesId", "Time") DO NOTHING""";
        var (times, envelopes) = (CandleExports.Give(command, "@times", Array.Empty<long>()), CandleExports.Give(command, "@envelopes", Array.Empty<byte[]>()));
        foreach (var part in rows.Chunk(10_000))
        {
            (times.Value, envelopes.Value) = (part.Select(r => r.Time).ToArray(), part.Select(r => r.Envelope).ToArray());
            added += await command.ExecuteNonQueryAsync(cancellation);
        }
        return added;
    }

    private static FieldError FaultOf(int line, string fault) => new("line " + line.ToString(System.Globalization.CultureInfo.InvariantCulture), Words.Of("CandleFile_Line", line, fault));
}
