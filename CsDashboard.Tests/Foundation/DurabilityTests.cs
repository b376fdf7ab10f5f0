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
        var acknowledged = new List<(Guid User, string Name)>();
        for (var round = 0; round < 3; round++)
        {
            await Doomed.Work(
                "crash-writer",
                house.Database.Folder,
                Random.Shared.Next(40, 400),
                line =>
                {
                    if (
                        line is not [var user, var name]
                        || !Guid.TryParse(user, out var id)
                        || !name.Contains('-', StringComparison.Ordinal)
                    )
                        return false;
                    acknowledged.Add((id, name));
                    return true;
                }
            );
            (await house.Database.Ask("PRAGMA integrity_check")).ShouldBe("ok");
            (await house.Database.Ask("PRAGMA foreign_key_check")).ShouldBe("");
        }

        await using var again = house.Again();
        await again.Store.Prepare();
        var changes = (await again.Events(again.Nour))
            .Concat(await again.Events(again.Other))
            .Select(e => e.Happening())
            .OfType<ProfileChanged>()
            .ToList();
        var kept = changes.Select(c => (c.UserId, c.To.Name)).ToHashSet();
        acknowledged.Where(a => !kept.Contains(a)).ShouldBeEmpty("Acknowledged and lost.");

        // The change and its event stand or fall together.
        await using var db = again.Store.Open(again.Product);
        foreach (var user in await db.UsersEverywhere.ToListAsync())
            user.Name.ShouldBe(changes.Last(c => c.UserId == user.Id).To.Name);
        await again
            .Get<Users>()
            .ChangeProfile(
                again.Karim,
                new ProfileInput
                {
                    Name = "Alive",
                    Language = "en",
                    TimeZone = "UTC",
                }
            );
    }
}
