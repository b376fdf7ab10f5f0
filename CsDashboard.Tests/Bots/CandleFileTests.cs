using System.Text;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;
using CsDashboard.Vault;

namespace CsDashboard.Tests.Bots;

public sealed class CandleFileTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("time,open,high,low,close,volume\n2026-03-01T10:00:00Z,1.5,2,1,1.75,10\n")]
    [InlineData("\uFEFFtime,open,high,low,close,volume\r\n1772359200,1.5,2,1,1.75,10\r\n\r\n")]
    [InlineData("1772359200000,1.5,2,1,1.75,10")]
    [InlineData("Date;Close;Open;High;Low;Volume\n2026-03-01 10:00;1.75;1.5;2;1;10")]
    [InlineData("\"time\"\t\"open\"\t\"high\"\t\"low\"\t\"close\"\t\"volume\"\n2026-03-01T13:00:00+03:00\t\"1.5\"\t2\t1\t1.75\t1e1")]
    public async Task A_file_is_read_in_every_form_that_charts_write(string text)
    {
        var line = (await Read(text)).ShouldHaveSingleItem();
        line.Fault.ShouldBeNull();
        line.Candle.ShouldBe(new Candle(At, 1.5m, 2, 1, 1.75m, 10));
    }

    [Theory]
    [InlineData("1772359200,1.5,2,1,1.75,=1+1", "volume")]
    [InlineData("1772359200,=cmd|' /C calc'!A0,2,1,1.75,1", "open")]
    [InlineData("1772359200,1.5,2,1,1.75,NaN", "volume")]
    [InlineData("1772359200,Infinity,2,1,1.75,1", "open")]
    [InlineData("1772359200,1.5,2,1,1.75,-1", "negative")]
    [InlineData("1772359200,1.5,1,2,1.75,1", "high")]
    [InlineData("1772359200,1.5,2,1.6,1.75,1", "low")]
    [InlineData("1772359200,1234567890123456789012345678901234567890,2,1,1.75,1", "open")]
    [InlineData("1772359200,1.1234567890123456789,2,1,1.75,1", "18")]
    [InlineData("1772359200,1.5,2,1,1.75,12345678901234567890123456789", "volume")]
    [InlineData("yesterday,1.5,2,1,1.75,1", "Unix")]
    [InlineData("2026-13-45,1.5,2,1,1.75,1", "Unix")]
    [InlineData("1772359200,1.5", "fields")]
    public async Task A_bad_row_is_named_and_the_others_are_read(string row, string says)
    {
        var lines = await Read($"time,open,high,low,close,volume\n1772352000,1,1,1,1,1\n{row}\n1772355600,1,1,1,1,1");
        lines.Count.ShouldBe(3);
        lines[1].Number.ShouldBe(3);
        lines[1].Fault.ShouldNotBeNull().ShouldContain(says, Case.Insensitive);
        lines.Count(l => l.Fault is null).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_no_such_file_is_refused_in_a_sentence()
    {
        await Refused(Encoding.Unicode.GetBytes("time,open,high,low,close,volume\n1772359200,1,1,1,1,1"), "UTF-8");
        await Refused(Encoding.Latin1.GetBytes("zeit,öffnung\n1772359200,1,1,1,1,1"), "UTF-8");
        await Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,", 1_000_000))), "more than 200 columns");
        await Refused(Encoding.UTF8.GetBytes("time,open,high,low\n1,1,1,1"), "close");
        await Refused([], "no rows");
        await Refused([0x50, 0x4B, 3, 4, 0, 0, 0, 10], "UTF-8");
    }

    [Fact]
    public async Task More_rows_than_are_taken_are_refused_without_being_held()
    {
        await Refused(
            [
                .. Enumerable
                    .Range(0, CandleFile.MaxRows + 1)
                    .SelectMany(i => Encoding.UTF8.GetBytes($"{1_272_359_200 + 60 * i},1,1,1,1,1\n")),
            ],
            "more than"
        );
    }

    [Theory, EachDatabase]
    public async Task A_file_with_one_bad_row_is_not_imported_at_all(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Unlocked();
        var imports = house.Get<CandleImports>();
        var text = VaultHouse.Csv(500) + "2025-09-01T00:00:00Z,1,2,0,=1+1,5\n";
        var refusal = await Should.ThrowAsync<Refusal>(() => imports.Import(amina, grant, VaultHouse.Target, VaultHouse.Stream(text)));
        refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe("line 502");
        var preview = await imports.Preview(amina, VaultHouse.Stream(text), VaultHouse.Target);
        (preview.VolumeColumn, preview.TookUtc).ShouldBe(("volume", false));
        (preview.Rows, preview.BadRows, preview.First.Count, preview.Faults.Count).ShouldBe((501, 1, 8, 1));
        (preview.From, preview.To).ShouldBe((VaultHouse.Candle(0).Time, VaultHouse.Candle(499).Time));
        (await house.Get<Candles>().List(amina, grant, new CandleFilter())).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task An_import_that_is_cancelled_leaves_nothing(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Unlocked();
        using var stop = new CancellationTokenSource();
        var progress = new Told(rows =>
        {
            if (rows >= 4_000)
                stop.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(() =>
            house
                .Get<CandleImports>()
                .Import(amina, grant, VaultHouse.Target, VaultHouse.Stream(VaultHouse.Csv(9_000)), progress, stop.Token)
        );
        (await house.Get<Candles>().List(amina, grant, new CandleFilter())).Items.ShouldBeEmpty();
        (await house.Kinds()).ShouldNotContain(nameof(CandlesImported));
    }

    [Theory, EachDatabase]
    public async Task An_export_comes_back_whole_each_row_in_its_own_series(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Unlocked();
        var candles = house.Get<Candles>();
        foreach (
            var (type, pair, interval) in new[]
            {
                ("forex", "EUR/USD", "1h"),
                ("crypto", "BTC/USD", "1h"),
                ("crypto", "BTC/USD", "15m"),
                ("crypto", "BTC/USD", null),
            }
        )
            for (var i = 0; i < 3; i++)
                await candles.Enter(
                    amina,
                    grant,
                    new NewCandle
                    {
                        BotType = type,
                        Pair = pair,
                        Interval = interval,
                        Time = VaultHouse.Start.AddMinutes(15 * i).AddMilliseconds(i),
                        Open = 1.0850m + i,
                        High = 2.5m + i,
                        Low = 0.00000000000012m,
                        Close = 1.0855m,
                        Volume = 10,
                        Indicators = """{"rsi": 35.5, "note": "a, \"b\""}""",
                    }
                );
        // A program may leave all figures out, and then they are 0.
        await candles.Enter(
            amina,
            grant,
            new NewCandle
            {
                BotType = "crypto",
                Pair = "BTC/USD",
                Interval = null,
                Time = VaultHouse.Start.AddHours(1),
                Open = 0,
                High = 0,
                Low = 0,
                Close = 0,
                Volume = 0,
                Indicators = null,
            }
        );
        var text = await house.Exported(amina, grant, ExportFormat.Csv);
        var (omar, theirs) = await house.Unlocked(house.Omar);
        var outcome = await house.Get<CandleImports>().Import(omar, theirs, new ImportTarget(), VaultHouse.Stream(text));
        (outcome.Added, outcome.Repeated, outcome.Series.Count).ShouldBe((13, 0, 4));
        (await house.Exported(omar, theirs, ExportFormat.Csv)).ShouldBe(text);
        // Existing candles are reported, and whether they are the same.
        var again = await house
            .Get<CandleImports>()
            .Import(
                omar,
                theirs,
                new ImportTarget(),
                VaultHouse.Stream(text.Replace("1.0855,10,forex", "1.0856,10,forex", StringComparison.Ordinal))
            );
        (again.Added, again.Repeated, again.Differing, again.DifferingLines.Count).ShouldBe((0, 13, 3, 3));
        (await house.Exported(omar, theirs, ExportFormat.Csv)).ShouldBe(text);
    }

    [Fact]
    public async Task Without_a_pair_in_the_file_or_beside_it_nothing_is_imported()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Unlocked();
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<CandleImports>()
                    .Import(amina, grant, new ImportTarget { BotType = "crypto", Interval = "1h" }, VaultHouse.Stream(VaultHouse.Csv(1)))
            )
        )
            .Fields[0]
            .Field.ShouldBe("pair");
        (
            await Should.ThrowAsync<Refusal>(() =>
                house
                    .Get<Candles>()
                    .Enter(
                        amina,
                        grant,
                        new NewCandle
                        {
                            BotType = "crypto",
                            Pair = "BTC/USD",
                            Interval = "1h",
                            Time = amina.Now.AddHours(2),
                            Open = 1,
                            High = 1,
                            Low = 1,
                            Close = 1,
                            Volume = 1,
                            Indicators = null,
                        }
                    )
            )
        ).Fields[0].Field.ShouldBe("time");
    }

    [Fact]
    public async Task Importing_takes_an_admin_an_open_vault_and_a_known_place()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Unlocked();
        var imports = house.Get<CandleImports>();
        Task<ImportOutcome> Import(Actor actor, string? type = "crypto", string? pair = "BTC/USD", string? interval = "1h") =>
            imports.Import(
                actor,
                grant,
                new ImportTarget
                {
                    BotType = type,
                    Pair = pair,
                    Interval = interval,
                },
                VaultHouse.Stream(VaultHouse.Csv(1))
            );
        (await Should.ThrowAsync<Refusal>(() => Import(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Import(house.Omar))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Import(amina, type: "stocks"))).Fields[0].Field.ShouldBe("botType");
        (await Should.ThrowAsync<Refusal>(() => Import(amina, type: "1"))).Fields[0].Field.ShouldBe("botType");
        (await Should.ThrowAsync<Refusal>(() => Import(amina, pair: "=1+1"))).Fields[0].Field.ShouldBe("pair");
        (await Should.ThrowAsync<Refusal>(() => Import(amina, interval: "2h"))).Fields[0].Field.ShouldBe("interval");
        await house.Get<Pins>().Lock(amina);
        (await Should.ThrowAsync<Refusal>(() => Import(amina))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private static async Task<List<CandleLine>> Read(string text)
    {
        var lines = new List<CandleLine>();
        await foreach (var line in new CandleFile(At.AddDays(1)).Read(VaultHouse.Stream(text)))
            lines.Add(line);
        return lines;
    }

    private static async Task Refused(byte[] file, string says)
    {
        var refusal = await Should.ThrowAsync<Refusal>(async () =>
        {
            await foreach (var _ in new CandleFile(At.AddDays(1)).Read(new MemoryStream(file))) { }
        });
        refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe("file");
        refusal.Message.ShouldContain(says);
    }

    private sealed class Told(Action<int> heard) : IProgress<int>
    {
        public void Report(int value) => heard(value);
    }
}
