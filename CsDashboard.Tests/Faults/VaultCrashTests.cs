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
            await Doomed.Work(
                "crash-vault",
                house.Database.Folder,
                Random.Shared.Next(5, 40),
                line =>
                {
                    if (line is not [var what, var number] || !long.TryParse(number, CultureInfo.InvariantCulture, out var value))
                        return false;
                    if (what == "file")
                        files.Add((int)value);
                    if (what != "bot" || value % 60_000 != 0)
                        return false;
                    bot.Add(value);
                    return true;
                }
            );
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            var rows = int.Parse(
                await house.Database.Ask(
                    "SELECT count(*) FROM Candles c JOIN CandleSeries s ON s.Id = c.SeriesId WHERE s.Pair = 'FILE/USD'"
                ),
                CultureInfo.InvariantCulture
            );
            (rows % Part).ShouldBe(0, "A file is half imported.");
            rows.ShouldBeGreaterThanOrEqualTo(files.Count * Part);
            (await house.Database.Ask("SELECT count(*) FROM Events WHERE Kind = 'CandlesImported'")).ShouldBe(
                (rows / Part).ToString(CultureInfo.InvariantCulture)
            );
        }
        await using var again = house.Again(VaultHouse.WithPin);
        await using (var db = again.Store.Open(again.Product))
        {
            var kept = (
                await db
                    .Candles.Where(c => db.Set<CandleSeries>().Any(s => s.Id == c.SeriesId && s.Pair == "BOT/USD"))
                    .Select(c => c.Time)
                    .ToListAsync()
            ).ToHashSet();
            bot.Where(time => !kept.Contains(time)).ShouldBeEmpty("Acknowledged, and lost.");
        }
        // And all of it opens.
        var amina = (await again.SignIn(again.Amina)).Actor;
        var csv = await again.Exported(amina, await again.Get<Pins>().Unlock(amina, VaultHouse.Pin), ExportFormat.Csv);
        csv.Split("\r\n").Length.ShouldBeGreaterThan(bot.Count + files.Count * Part);
    }
}
