using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>
/// Takes OHLCV files. A file is read and sealed first, and then written in one transaction: it is imported whole or not at
/// all, whatever happens in between. A file of at most 250,000 rows keeps the others from writing for about a second.
/// </summary>
public sealed class CandleImports(Store store, VaultKeys keys)
{
    private const int ShownRows = 8,
        ShownFaults = 20;

    /// <summary>
    /// Reads the whole file as <see cref="Import"/> would and writes nothing. Invalid for anything that isn't such a file.
    /// </summary>
    public async Task<ImportPreview> Preview(
        Actor actor,
        Stream file,
        ImportTarget? target = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(VaultRights.Manage);
        var (rows, bad) = (0, 0);
        List<Candle> first = [];
        List<FieldError> faults = [];
        DateTimeOffset? from = null,
            to = null;
        var place = PlaceOf(target ?? new());
        var reader = new CandleFile(actor.Now, place);
        await foreach (var line in reader.Read(file, cancellation))
        {
            rows++;
            if (FaultOf(line) is { } fault)
            {
                bad++;
                if (faults.Count < ShownFaults)
                    faults.Add(fault);
                continue;
            }
            if (first.Count < ShownRows)
                first.Add(line.Candle);
            if (from is null || line.Candle.Time < from)
                from = line.Candle.Time;
            if (to is null || line.Candle.Time > to)
                to = line.Candle.Time;
            if (rows % 2_000 == 0)
                progress?.Report(rows);
        }
        return new ImportPreview(rows, bad, first, faults, from, to)
        {
            VolumeColumn = reader.Volume,
            TookUtc = reader.TookUtc,
            Places = [.. reader.Places.Where(p => p != place)],
        };
    }

    /// <summary>
    /// Imports a file into the vault, each row into the series that the file names or else the target; candles that exist for the same time
    /// stay and count as repeated. Forbidden without an open grant. Refuses with Invalid when any row is wrong, naming the first lines;
    /// nothing is imported then, and nothing when it is cancelled. Progress is told in rows that are ready.
    /// </summary>
    public async Task<ImportOutcome> Import(
        Actor actor,
        Grant grant,
        ImportTarget target,
        Stream file,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        actor.Demand(VaultRights.Manage);
        grant.Keys(actor);
        var reader = new CandleFile(actor.Now, PlaceOf(target));
        var (taken, repeats) = (new Dictionary<CandlePlace, Taken>(), 0);
        List<FieldError> faults = [];
        await foreach (var line in reader.Read(file, cancellation))
        {
            if (FaultOf(line) is { } fault)
                faults.Add(fault);
            else if (line.IsRepeat)
                repeats++;
            else
            {
                if (!taken.TryGetValue(line.Place, out var rows))
                    taken[line.Place] = rows = Taken.Of(line.Place);
                rows.Add(line);
            }
            if (faults.Count >= ShownFaults)
                break;
        }
        if (faults.Count > 0)
            throw Refusal.Invalid(faults);
        var (differing, lines) = (0, new List<FieldError>());
        foreach (var rows in taken.Values)
        foreach (var line in await Differing(actor, grant, rows, cancellation))
            if (++differing <= ShownFaults)
                lines.Add(LineFault(line, Words.Of("CandleFile_Kept")));
        var series = await Add(actor, [.. taken.Values], progress, cancellation);
        return new ImportOutcome(series.Sum(s => s.Added), series.Sum(s => s.Repeated) + repeats)
        {
            Differing = differing,
            DifferingLines = lines,
            Series = series,
            VolumeColumn = reader.Volume,
            TookUtc = reader.TookUtc,
        };
    }

    // Lines whose time the vault has with other figures. None of the vault's figures leave this room.
    private async Task<List<int>> Differing(Actor actor, Grant grant, Taken rows, CancellationToken cancellation)
    {
        List<int> lines = [];
        await using var db = store.Open(actor);
        if (
            await db
                .CandleSeries.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Type == rows.Type && s.Pair == rows.Pair && s.Interval == rows.Interval, cancellation)
            is not { } series
        )
            return lines;
        var (from, to) = (rows.From.ToUnixTimeMilliseconds(), rows.To.ToUnixTimeMilliseconds());
        var there = db.Candles.AsNoTracking().Where(c => c.SeriesId == series.Id && c.Time >= from && c.Time <= to);
        if (!await there.AnyAsync(cancellation))
            return lines;
        grant.Learn(await keys.Ring(db));
        using var cipher = new CandleCipher(grant.Keys(actor));
        var (place, at) = (
            CandleCipher.PlaceOf(series),
            Enumerable.Range(0, rows.Candles.Count).ToDictionary(i => rows.Candles[i].Time.ToUnixTimeMilliseconds())
        );
        await foreach (var one in there.Select(c => new { c.Time, c.Envelope }).AsAsyncEnumerable().WithCancellation(cancellation))
            if (
                at.TryGetValue(one.Time, out var i)
                && (!cipher.TryOpen(place, one.Time, one.Envelope, out var candle, out _) || candle != rows.Candles[i])
            )
                lines.Add(rows.Lines[i]);
        lines.Sort();
        return lines;
    }

    /// <summary>Fills the vault with the sample of a pair and its indicators, up to where a bot that replays it would begin.</summary>
    internal async Task Fill(Actor actor, BotType type, string pair, TimeSpan length)
    {
        var (sample, step) = (new BotSettings(), new BotSettings().Length);
        var end = Samples.First(step, actor.Now);
        List<Candle> candles = [],
            window = [];
        List<byte[]?> figures = [];
        for (var at = end - length; at < end; at += step)
        {
            candles.Add(Samples.At(type, pair, at, step)!.Value);
            window.Add(candles[^1]);
            if (window.Count > 60)
                window.RemoveAt(0);
            figures.Add(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Indicators.Of(window)));
        }
        await Add(actor, [new Taken(type, pair, sample.Interval!, candles, figures)]);
    }

    /// <summary>The same for candles in memory.</summary>
    internal async Task<ImportOutcome> Add(
        Actor actor,
        BotType type,
        string pair,
        string interval,
        IReadOnlyList<Candle> candles,
        CancellationToken cancellation = default
    )
    {
        var series = await Add(actor, [new Taken(type, pair, interval, [.. candles], [])], null, cancellation);
        return new ImportOutcome(series.Sum(s => s.Added), series.Sum(s => s.Repeated));
    }

    private async Task<List<ImportedSeries>> Add(
        Actor actor,
        IReadOnlyList<Taken> all,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var (series, key) = await store.Write(
            actor,
            async db =>
            {
                List<CandleSeries> found = [];
                foreach (var one in all)
                    found.Add(await Candles.SeriesFor(db, one.Type, one.Pair, one.Interval));
                return (found, await keys.Current(db));
            },
            cancellation
        );
        // Sealed before the write, so that nobody waits for it.
        var (done, rows) = (0, new List<List<(long Time, byte[] Envelope)>>());
        using (var cipher = new CandleCipher(new Dictionary<int, byte[]> { [key.Number] = key.Key }))
            for (var i = 0; i < all.Count; i++)
            {
                var (one, place) = (all[i], CandleCipher.PlaceOf(series[i]));
                var ready = new List<(long, byte[])>(one.Candles.Count);
                for (var at = 0; at < one.Candles.Count; at++)
                {
                    ready.Add(
                        (
                            one.Candles[at].Time.ToUnixTimeMilliseconds(),
                            cipher.Seal(
                                key.Number,
                                place,
                                one.Candles[at],
                                at < one.Indicators.Count && one.Indicators[at] is { } known ? known : "{}"u8
                            )
                        )
                    );
                    if (++done % 2_000 != 0)
                        continue;
                    progress?.Report(done);
                    cancellation.ThrowIfCancellationRequested();
                }
                rows.Add(ready);
            }
        return await store.Write(
            actor,
            async db =>
            {
                List<ImportedSeries> outcome = [];
                for (var i = 0; i < all.Count; i++)
                {
                    var (one, added) = (all[i], await Insert(db, series[i].Id, rows[i], cancellation));
                    db.Record(
                        new CandlesImported(actor.TenantId, new CandleScope(one.Type, one.Pair, one.Interval), added, rows[i].Count - added)
                    );
                    outcome.Add(new ImportedSeries(one.Type, one.Pair, one.Interval, added, rows[i].Count - added, one.From, one.To));
                }
                return outcome;
            },
            cancellation
        );
    }

    // Past EF, whose tracking of a hundred thousand rows takes many times longer than the rows themselves.
    internal static async Task<int> Insert(AppDb db, long series, List<(long Time, byte[] Envelope)> rows, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        PlainRead.Give(command, "@series", series);
        PlainRead.Give(command, "@tenant", db.Actor.TenantId);
        var added = 0;
        if (command is SqliteCommand)
        {
            command.CommandText =
                """INSERT INTO "Candles" ("SeriesId", "Time", "TenantId", "Envelope") VALUES (@series, @time, @tenant, @envelope) ON CONFLICT ("SeriesId", "Time") DO NOTHING""";
            var (time, envelope) = (PlainRead.Give(command, "@time", 0L), PlainRead.Give(command, "@envelope", Array.Empty<byte>()));
            await command.PrepareAsync(cancellation);
            foreach (var row in rows)
            {
                (time.Value, envelope.Value) = (row.Time, row.Envelope);
                added += await command.ExecuteNonQueryAsync(cancellation);
            }
            return added;
        }
        command.CommandText =
            """INSERT INTO "Candles" ("SeriesId", "Time", "TenantId", "Envelope") SELECT @series, "t", @tenant, "e" FROM unnest(@times, @envelopes) AS r("t", "e") ON CONFLICT ("SeriesId", "Time") DO NOTHING""";
        var (times, envelopes) = (
            PlainRead.Give(command, "@times", Array.Empty<long>()),
            PlainRead.Give(command, "@envelopes", Array.Empty<byte[]>())
        );
        foreach (var part in rows.Chunk(10_000))
        {
            (times.Value, envelopes.Value) = (part.Select(r => r.Time).ToArray(), part.Select(r => r.Envelope).ToArray());
            added += await command.ExecuteNonQueryAsync(cancellation);
        }
        return added;
    }

    // A target that is given must be right, even where the file needs none.
    private static CandlePlace PlaceOf(ImportTarget target) =>
        new(
            Known(target.BotType) is { } type ? Word.Demand<BotType>("botType", type) : null,
            Known(target.Pair) is { } pair ? Markets.Pair(pair) : null,
            Known(target.Interval) is { } interval ? Markets.Interval(interval) : null
        );

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static FieldError? FaultOf(in CandleLine line) =>
        line.Fault is { } fault ? LineFault(line.Number, fault)
        : line.Indicators?.Length > CandleCipher.MaxIndicators
            ? LineFault(line.Number, Words.Of("Candle_Indicators", CandleCipher.MaxIndicators))
        : null;

    private static FieldError LineFault(int line, string fault) =>
        new("line " + line.ToString(System.Globalization.CultureInfo.InvariantCulture), Words.Of("CandleFile_Line", line, fault));

    /// <summary>Candles for one series; indicators and lines of the file stand at the same places, where there are any.</summary>
    private sealed class Taken(BotType type, string pair, string interval, List<Candle> candles, List<byte[]?> indicators)
    {
        public BotType Type { get; } = type;
        public string Pair { get; } = pair;
        public string Interval { get; } = interval;
        public List<Candle> Candles { get; } = candles;
        public List<byte[]?> Indicators { get; } = indicators;
        public List<int> Lines { get; } = [];
        public DateTimeOffset From => Candles.Count == 0 ? default : Candles.Min(c => c.Time);
        public DateTimeOffset To => Candles.Count == 0 ? default : Candles.Max(c => c.Time);

        // Invalid if neither the file nor the target says it.
        public static Taken Of(CandlePlace place) =>
            new(place.Type ?? Word.Demand<BotType>("botType", null), Markets.Pair(place.Pair), Markets.Interval(place.Interval), [], []);

        public void Add(in CandleLine line)
        {
            Candles.Add(line.Candle);
            Indicators.Add(line.Indicators);
            Lines.Add(line.Number);
        }
    }
}
