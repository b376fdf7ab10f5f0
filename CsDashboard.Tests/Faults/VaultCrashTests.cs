using System.Diagnostics;
using System.Globalization;
using CsDashboard.Foundation;
using CsDashboard.Tests.Vault;
using CsDashboard.Vault;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Faults;

public sealed class VaultCrashTests
{
    private const int Part = 5_000;

    [Fact]
    public async Task Killed_while_a_bot_writes_and_a_file_is_imported_the_vault_keeps_what_was_acknowledged_and_nothing_half()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        await house.Stop();
        var (bot, files) = (new List<long>(), new List<int>());
        for (var round = 0; round < 4; round++)
        {
            await WorkUntilKilled(house.Database.Folder, bot, files, bot.Count + Random.Shared.Next(5, 40));
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            var rows = int.Parse(await house.Database.Ask("SELECT count(*) FROM Candles c JOIN CandleSeries s ON s.Id = c.SeriesId WHERE s.Pair = 'FILE/USD'"), CultureInfo.InvariantCulture);
            (rows % Part).ShouldBe(0, "A file is half imported.");
            rows.ShouldBeGreaterThanOrEqualTo(files.Count * Part);
            (await house.Database.Ask("SELECT count(*) FROM Events WHERE Kind = 'CandlesImported'")).ShouldBe((rows / Part).ToString(CultureInfo.InvariantCulture));
        }
        await using var again = house.Again(VaultHouse.WithPin);
        await using (var db = again.Store.Open(again.Product))
        {
            var kept = (await db.Candles.Where(c => db.Set<CandleSeries>().Any(s => s.Id == c.SeriesId && s.Pair == "BOT/USD")).Select(c => c.Time).ToListAsync()).ToHashSet();
            bot.Where(time => !kept.Contains(time)).ShouldBeEmpty("Acknowledged, and lost.");
        }
        // And all of it opens.
        var amina = (await again.SignIn(again.Amina)).Actor;
        var csv = await again.Exported(amina, await again.Get<Pins>().Unlock(amina, VaultHouse.Pin), ExportFormat.Csv);
        csv.Split("\r\n").Length.ShouldBeGreaterThan(bot.Count + files.Count * Part);
    }

    private static async Task WorkUntilKilled(string folder, List<long> bot, List<int> files, int atLeast)
    {
        var program = Path.Combine(TestRun.Sources, "CsDashboard.Bench", "bin", TestRun.Configuration, "net10.0", "CsDashboard.Bench.dll");
        using var work = Process.Start(new ProcessStartInfo("dotnet", [program, "crash-vault", folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(async () =>
        {
            while (await work.StandardOutput.ReadLineAsync() is { } line)
            {
                // The last line may have been cut by the kill.
                if (line.Split(' ') is not [var what, var number] || !long.TryParse(number, CultureInfo.InvariantCulture, out var value)) continue;
                if (what == "bot" && value % 60_000 == 0) bot.Add(value);
                else if (what == "file") files.Add((int)value);
                if (bot.Count >= atLeast) enough.TrySetResult();
            }
        });
        var faults = work.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(enough.Task, reading, Task.Delay(TimeSpan.FromSeconds(120))) != enough.Task)
        {
            work.Kill();
            throw new InvalidOperationException($"The bot wrote {bot.Count} of {atLeast}. {await faults}");
        }
        await Task.Delay(Random.Shared.Next(0, 100));
        work.Kill();
        await work.WaitForExitAsync();
        await reading;
    }
}
