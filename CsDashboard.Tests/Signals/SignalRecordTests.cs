using System.Diagnostics;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Tests.Desk;
using CsDashboard.Web.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>The chain: a change made past the product is found, and its place is named.</summary>
public sealed class SignalRecordTests
{
    private static async Task<House> WithHistory(DatabaseKind kind)
    {
        var house = await House.On(kind);
        var first = (await house.Publish()).Id;
        var second = (await house.Publish(SignalHouse.Gold())).Id;
        await house.Step(first, "entry_reached");
        await house.Step(second, "entry_reached");
        await house.Step(first, "stop_reached", note: "خسارة صغيرة");
        await house.Step(second, "target_reached");
        (await house.Verify()).ShouldBeEquivalentTo(await house.Verify(house.Amina));
        return house;
    }

    private static string Unlock(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER \"SignalLinks_no_UPDATE\"; DROP TRIGGER \"SignalLinks_no_DELETE\";"
            : "ALTER TABLE \"SignalLinks\" DISABLE TRIGGER ALL;";

    [Theory, EachDatabase]
    public async Task The_database_itself_refuses_to_change_or_remove_a_link(DatabaseKind kind)
    {
        await using var house = await WithHistory(kind);
        foreach (
            var sql in new[]
            {
                "UPDATE \"SignalLinks\" SET \"Entry\" = ''",
                "UPDATE \"SignalLinks\" SET \"Kind\" = 'Closed' WHERE \"Position\" = 2",
                "DELETE FROM \"SignalLinks\"",
                "DELETE FROM \"SignalLinks\" WHERE \"Position\" = 6",
                "TRUNCATE \"SignalLinks\"",
            }
        )
        {
            if (kind == DatabaseKind.Sqlite && sql.StartsWith("TRUNCATE", StringComparison.Ordinal))
                continue;
            (await Should.ThrowAsync<System.Data.Common.DbException>(() => house.ByHand(sql))).Message.ShouldContain(
                "never changed or removed"
            );
        }
        (await house.Verify()).Links.ShouldBe(6);
        // Starting again does not undo it.
        await house.Store.Prepare();
        await Should.ThrowAsync<System.Data.Common.DbException>(() => house.ByHand("DELETE FROM \"SignalLinks\""));
    }

    [Theory]
    [EachDatabase("UPDATE \"SignalLinks\" SET \"Entry\" = replace(\"Entry\", '44000', '43000') WHERE \"Position\" = 1", "hash", 1L, null)]
    [EachDatabase("UPDATE \"SignalLinks\" SET \"Hash\" = \"Previous\" WHERE \"Position\" = 3", "hash", 3L, null)]
    [EachDatabase("UPDATE \"SignalLinks\" SET \"Previous\" = \"Hash\" WHERE \"Position\" = 4", "previous", 4L, null)]
    [EachDatabase("DELETE FROM \"SignalLinks\" WHERE \"Position\" = 2", "position", 2L, null)]
    [EachDatabase("DELETE FROM \"SignalLinks\" WHERE \"Position\" = 6", "end", 6L, null)]
    [EachDatabase("UPDATE \"SignalLinks\" SET \"Kind\" = 'Closed' WHERE \"Position\" = 5", "columns", 5L, 1L)]
    // The rows that are shown, each kind of figure in them.
    [EachDatabase("UPDATE \"Signals\" SET \"Result\" = '2.5' WHERE \"Number\" = 1", "signal", 5L, 1L)]
    [EachDatabase("UPDATE \"Signals\" SET \"Stop\" = '44900' WHERE \"Number\" = 1", "signal", 5L, 1L)]
    [EachDatabase("UPDATE \"Signals\" SET \"State\" = 'Cancelled' WHERE \"Number\" = 2", "signal", 6L, 2L)]
    [EachDatabase("UPDATE \"Signals\" SET \"Score\" = 99 WHERE \"Number\" = 2", "signal", 6L, 2L)]
    [EachDatabase("UPDATE \"Signals\" SET \"TargetText\" = '47500' WHERE \"Number\" = 1", "signal", 5L, 1L)]
    [EachDatabase("DELETE FROM \"Signals\" WHERE \"Number\" = 1", "signal", 5L, 1L)]
    public async Task What_was_changed_by_hand_is_named(DatabaseKind kind, string sql, string fault, long position, long? signal)
    {
        await using var house = await WithHistory(kind);
        if (kind == DatabaseKind.Postgres)
            sql = sql.Replace("'2.5'", "2.5", StringComparison.Ordinal).Replace("'44900'", "44900", StringComparison.Ordinal);
        await house.ByHand(Unlock(kind) + sql);
        var verdict = await house.Verify();
        (verdict.IsWhole, verdict.Fault, verdict.Position, verdict.Signal).ShouldBe((false, fault, position, signal));
    }

    [Theory, EachDatabase]
    public async Task Candles_that_were_changed_are_named(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var signal = SignalHouse.Btc();
        signal.Candles = [new Candle(1, 1, 2, 1, 2, 5), new Candle(2, 2, 3, 2, 3, 5)];
        await house.Publish(signal);
        (await house.Verify()).IsWhole.ShouldBeTrue();
        await house.ByHand("UPDATE \"SignalCandles\" SET \"Text\" = replace(\"Text\", '3', '4')");
        var verdict = await house.Verify();
        (verdict.Fault, verdict.Signal).ShouldBe(("candles", 1L));
    }

    [Theory, EachDatabase]
    public async Task The_download_is_checked_by_the_documented_lines_and_a_changed_one_fails(DatabaseKind kind)
    {
        await using var house = await WithHistory(kind);
        var lines = await (await house.Get<SignalRecord>().Lines(house.Sara, TestContext.Current.CancellationToken)).ToListAsync(
            TestContext.Current.CancellationToken
        );
        lines.Count.ShouldBe(6);
        var folder = Directory.CreateTempSubdirectory("signals").FullName;
        try
        {
            var (script, record) = (Path.Combine(folder, "check.py"), Path.Combine(folder, "signal-record.jsonl"));
            await File.WriteAllTextAsync(script, OfflineCheck.Script);
            await File.WriteAllLinesAsync(record, lines);
            var (code, said) = await Python(script, record);
            code.ShouldBe(0, said);
            said.ShouldContain((await house.Verify()).LastHash);
            lines[3] = lines[3].Replace("2400", "2401", StringComparison.Ordinal);
            await File.WriteAllLinesAsync(record, lines);
            (code, said) = await Python(script, record);
            (code, said.Trim()).ShouldBe((1, "Link 4 is not what was written"));
            lines.RemoveAt(3);
            await File.WriteAllLinesAsync(record, lines);
            (await Python(script, record)).Code.ShouldBe(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory, EachDatabase]
    public async Task It_is_verified_while_others_publish_and_nobody_waits_for_it(DatabaseKind kind)
    {
        await using var house = await WithHistory(kind);
        var publishing = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => house.Publish(SignalHouse.Eth())));
        while (!publishing.IsCompleted)
            (await house.Verify()).IsWhole.ShouldBeTrue();
        await publishing;
        (await house.Verify()).Links.ShouldBe(26);
    }

    [Fact]
    public async Task The_document_has_the_very_lines_that_the_page_shows()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(TestRun.Sources, "docs", "signal-record.md"));
        document.ShouldContain(OfflineCheck.Script);
        OfflineCheck.Script.Split('\n').Length.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task An_entry_is_canonical_as_documented()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var signal = SignalHouse.Btc();
        signal.Note = "Ein \"Test\" <b> – عربي";
        (signal.EntryPrice, signal.StopLoss) = (45000.50m, 44000.0m);
        await house.Publish(signal);
        var line = JsonDocument.Parse(await (await house.Get<SignalRecord>().Lines(house.Sara)).SingleAsync()).RootElement;
        var entry = line.Text("entry");
        entry.ShouldStartWith("{\"position\":1,\"at\":\"2");
        entry.ShouldContain("\"entry\":\"45000.5\",\"stop\":\"44000\"");
        entry.ShouldContain("\"note\":\"Ein \\\"Test\\\" <b> – عربي\"");
        entry.ShouldNotContain("Amina");
        line.Text("previous").ShouldBe(HashChain.Start);
        line.Text("hash").ShouldBe(HashChain.HashOf(HashChain.Start + "\n" + entry));
    }

    private static async Task<(int Code, string Said)> Python(string script, string record)
    {
        var start = new ProcessStartInfo("python3")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(record);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }
        using var running = process;
        var said = await running.StandardOutput.ReadToEndAsync() + await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        return (running.ExitCode, said);
    }
}
