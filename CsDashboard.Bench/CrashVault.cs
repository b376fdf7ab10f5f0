using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>
/// A bot writes candles and files are imported, until it is killed. Prints "bot TIME" and "file PART" after each that was
/// acknowledged; a part is 5,000 candles.
/// </summary>
internal static class CrashVault
{
    public const int Part = 5_000;

    public static async Task Run(string dataFolder)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddRooms();
        services.AddSingleton<ILinks, CsDashboard.Web.Links>();
        services.AddOptions<Settings>().Configure(settings => settings.DataFolder = dataFolder);
        await using var house = services.BuildServiceProvider();
        var store = house.GetRequiredService<Store>();
        User admin;
        await using (var db = store.Open(Actor.System(Guid.Empty)))
            admin = await db.UsersEverywhere.OrderBy(u => u.Id).FirstAsync(u => u.Role == Role.Admin);
        var actor = new Actor
        {
            TenantId = admin.TenantId,
            UserId = admin.Id,
            Role = Role.Admin,
            Name = admin.Name,
        };
        long next;
        int part;
        await using (var db = store.Open(actor))
        {
            next =
                60_000
                    + await db
                        .Candles.Where(c => db.Set<CandleSeries>().Any(s => s.Id == c.SeriesId && s.Pair == "BOT/USD"))
                        .MaxAsync(c => (long?)c.Time)
                ?? 60_000;
            part = await db.Candles.CountAsync(c => db.Set<CandleSeries>().Any(s => s.Id == c.SeriesId && s.Pair == "FILE/USD")) / Part;
        }
        await Task.WhenAll(Write(house, actor, next), Import(house, actor, part));
    }

    private static async Task Write(IServiceProvider house, Actor actor, long time)
    {
        for (; ; time += 60_000)
        {
            await house
                .GetRequiredService<Store>()
                .Write(
                    actor,
                    db =>
                        house
                            .GetRequiredService<ICandleStore>()
                            .Add(db, BotType.Crypto, "BOT/USD", "1m", CandleAt(time), new Dictionary<string, decimal> { ["rsi"] = 50 })
                );
            Console.WriteLine($"bot {time}");
        }
    }

    private static async Task Import(IServiceProvider house, Actor actor, int part)
    {
        for (; ; part++)
        {
            var from = part;
            await house
                .GetRequiredService<CandleImports>()
                .Add(
                    actor,
                    BotType.Crypto,
                    "FILE/USD",
                    "1m",
                    [.. Enumerable.Range(0, Part).Select(i => CandleAt(60_000L * (from * Part + i)))]
                );
            Console.WriteLine($"file {part}");
        }
    }

    private static Candle CandleAt(long time) => new(DateTimeOffset.FromUnixTimeMilliseconds(time), 10, 12, 9, 11, 5);
}
