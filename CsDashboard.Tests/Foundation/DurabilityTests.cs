using System.Collections.Concurrent;
using System.Diagnostics;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Foundation;

public sealed class DurabilityTests
{
    [Fact]
    public async Task A_process_killed_under_load_again_and_again_loses_nothing_it_had_acknowledged()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Stop();
        var acknowledged = new ConcurrentBag<(Guid User, string Name)>();
        for (var round = 0; round < 3; round++)
        {
            await WriteUntilKilled(house.Database.Folder, acknowledged, acknowledged.Count + Random.Shared.Next(40, 400));
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            (await house.Database.Ask("PRAGMA foreign_key_check")).ShouldBe("");
        }

        await using var again = house.Again();
        await again.Store.Prepare();
        var changes = (await again.Events(again.Nour)).Concat(await again.Events(again.Other)).Select(e => e.Happening()).OfType<ProfileChanged>().ToList();
        var kept = changes.Select(c => (c.UserId, c.To.Name)).ToHashSet();
        acknowledged.Where(a => !kept.Contains(a)).ShouldBeEmpty("Acknowledged and lost.");

        // The change and its event stand or fall together.
        await using var db = again.Store.Open(again.Product);
        foreach (var user in await db.UsersEverywhere.ToListAsync())
            user.Name.ShouldBe(changes.Last(c => c.UserId == user.Id).To.Name);
        await again.Get<Users>().ChangeProfile(again.Karim, new ProfileInput { Name = "Alive", Language = "en", TimeZone = "UTC" });
    }

    private static async Task WriteUntilKilled(string folder, ConcurrentBag<(Guid, string)> acknowledged, int atLeast)
    {
        var program = Path.Combine(TestRun.Sources, "CsDashboard.Bench", "bin", TestRun.Configuration, "net10.0", "CsDashboard.Bench.dll");
        using var writer = Process.Start(new ProcessStartInfo("dotnet", [program, "crash-writer", folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(async () =>
        {
            while (await writer.StandardOutput.ReadLineAsync() is { } line)
            {
                // The last line may have been cut by the kill.
                if (line.Split(' ') is not [var user, var name] || !Guid.TryParse(user, out var id) || !name.Contains('-', StringComparison.Ordinal)) continue;
                acknowledged.Add((id, name));
                if (acknowledged.Count >= atLeast) enough.TrySetResult();
            }
        });
        var faults = writer.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(enough.Task, reading, Task.Delay(TimeSpan.FromSeconds(60))) != enough.Task)
        {
            writer.Kill();
            throw new InvalidOperationException($"The writer wrote {acknowledged.Count} of {atLeast}. {await faults}");
        }
        await Task.Delay(Random.Shared.Next(0, 100));
        writer.Kill();
        await writer.WaitForExitAsync();
        await reading;
    }
}
