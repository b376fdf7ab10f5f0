using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// Taking candles in beside plain rows of the same width in the same engine, and handing them out beside reading and opening
/// them without writing a byte.
/// </summary>
internal static class Vaults
{
    private const int Import = 100_000;
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task Run(int candles)
    {
        await using var house = await House.New();
        var store = house.Get<Store>();
        var admin = new Actor
        {
            TenantId = Ids.New(),
            Role = Role.Admin,
            UserId = Ids.New(),
            SessionId = Ids.New(),
            Name = "Bench",
        };

        Clocked.Head("Vault");
        var plain = await Best(3, () => Plain(house, Import));
        var part = 0;
        var sealing = await Best(3, () => Take(house, admin, Import, part++));
        Clocked.Line(
            $"import of {Import:N0} candles, rows a second",
            $"{Import / sealing.Wall:N0} (processor {sealing.Processor:0.00} s)",
            $"{Import / plain.Wall:N0} (plain inserts, one transaction; processor {plain.Processor:0.00} s)",
            $"{plain.Wall / sealing.Wall:0.00}"
        );

        for (var taken = part * Import; taken < candles; taken += Import, part++)
            await Take(house, admin, Math.Min(Import, candles - taken), part);
        var count = await store.Write(admin, db => db.Candles.LongCountAsync());
        var exports = house.Get<CandleExports>();
        var (keys, series) = await store.Write(
            admin,
            async db => (await house.Get<VaultKeys>().Ring(db), await db.CandleSeries.AsNoTracking().SingleAsync())
        );

        var opening = await Best(2, () => Open(exports, admin, series, keys));
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (before, highest) = (Environment.WorkingSet, 0L);
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            using var grant = new Grant(admin, keys.ToDictionary(k => k.Key, k => (byte[])k.Value.Clone()));
            var whole = await Best(2, async () => highest = Math.Max(highest, await Hand(exports, admin, grant, format)));
            Clocked.Line(
                $"export of {count:N0} candles as {format.ToString().ToLowerInvariant()}, s",
                $"{whole.Wall:0.00} (processor {whole.Processor:0.00})",
                $"{opening.Wall:0.00} (reading and opening them; processor {opening.Processor:0.00})",
                $"{whole.Wall / opening.Wall:0.00}"
            );
        }
        Clocked.Line(
            "memory that exporting takes, highest, MB",
            $"{(highest - before) / 1_048_576.0:N0}",
            $"{before / 1_048_576.0:N0} (the process before)",
            ""
        );
    }

    // Seconds of the fastest run; those of the processor say more where others are at work.
    private static async Task<(double Wall, double Processor)> Best(int times, Func<Task> work)
    {
        var best = (Wall: double.MaxValue, Processor: 0.0);
        for (var i = 0; i < times; i++)
        {
            var (began, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await work();
            var run = (Wall: Stopwatch.GetElapsedTime(began).TotalSeconds, Processor: (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
            if (run.Wall < best.Wall)
                best = run;
        }
        return best;
    }

    private static Candle CandleAt(int i) =>
        new(Start.AddMinutes(i), 64_000.5m + i % 700, 64_100.25m + i % 700, 63_900.75m + i % 700, 64_050.5m + i % 700, 12.345m + i % 90);

    private static Task Take(House house, Actor admin, int count, int part) =>
        house
            .Get<CandleImports>()
            .Add(admin, BotType.Crypto, "BTC/USD", "1m", [.. Enumerable.Range(part * Import, count).Select(CandleAt)]);

    // The same engine, the same durability, the same key, prices as they are.
    private static async Task Plain(House house, int count)
    {
        await using var connection = new SqliteConnection($"Data Source={house.Database}.plain");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; DROP TABLE IF EXISTS "Plain";
            CREATE TABLE "Plain" ("SeriesId" INTEGER NOT NULL, "Time" INTEGER NOT NULL, "TenantId" TEXT NOT NULL, "Open" TEXT, "High" TEXT, "Low" TEXT, "Close" TEXT, "Volume" TEXT, "Indicators" TEXT, PRIMARY KEY ("SeriesId", "Time"))
            """;
        await command.ExecuteNonQueryAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        command.CommandText = """INSERT INTO "Plain" VALUES (1, @time, @tenant, @open, @high, @low, @close, @volume, '{}')""";
        var parameters = new[] { "@time", "@tenant", "@open", "@high", "@low", "@close", "@volume" }
            .Select(name => command.Parameters.AddWithValue(name, 0))
            .ToArray();
        parameters[1].Value = Ids.New();
        await command.PrepareAsync();
        for (var i = 0; i < count; i++)
        {
            var candle = CandleAt(i);
            (parameters[0].Value, parameters[2].Value, parameters[3].Value, parameters[4].Value, parameters[5].Value, parameters[6].Value) =
                (candle.Time.ToUnixTimeMilliseconds(), candle.Open, candle.High, candle.Low, candle.Close, candle.Volume);
            await command.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static async Task Open(CandleExports exports, Actor admin, CandleSeries series, Dictionary<int, byte[]> keys)
    {
        using var cipher = new CandleCipher(keys);
        var (place, at) = (CandleCipher.PlaceOf(series), -1L);
        while (await exports.Read(admin, series.Id, at, long.MaxValue, newestFirst: false, default) is { Count: > 0 } rows)
        {
            foreach (var (time, envelope) in rows)
                if (!cipher.TryOpen(place, time, envelope, out _, out _))
                    throw new InvalidOperationException("A candle did not open.");
            at = rows[^1].Time;
        }
    }

    // Into a pipe that somebody empties, as the web server does. Gives the highest memory that was seen.
    private static async Task<long> Hand(CandleExports exports, Actor admin, Grant grant, ExportFormat format)
    {
        var pipe = new Pipe();
        var emptying = Task.Run(async () =>
        {
            while (true)
            {
                var read = await pipe.Reader.ReadAsync();
                pipe.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return;
            }
        });
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var (before, highest) = (Environment.WorkingSet, 0L);
        using var self = Process.GetCurrentProcess();
        var write = await exports.Begin(admin, grant, new CandleFilter(), format);
        await write(
            pipe.Writer,
            async () =>
            {
                await pipe.Writer.FlushAsync();
                self.Refresh();
                highest = Math.Max(highest, self.WorkingSet64);
            },
            default
        );
        await pipe.Writer.CompleteAsync();
        await emptying;
        return highest;
    }
}
