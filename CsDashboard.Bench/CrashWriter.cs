using CsDashboard.Accounts;
using CsDashboard.Foundation;

namespace CsDashboard.Bench;

/// <summary>
/// Changes every user's name over and over, a writer for each user, and prints "USER NAME" after each change that was
/// acknowledged, until it is killed. The durability test kills it and looks whether everything printed is there.
/// </summary>
internal static class CrashWriter
{
    public static async Task Run(string dataFolder)
    {
        await using var house = House.In(dataFolder);
        var (tenants, users) = (house.Get<Tenants>(), house.Get<Users>());

        var writers = new List<Task>();
        foreach (var tenant in await tenants.All())
        foreach (var user in (await house.Get<UserLists>().List(Actor.System(tenant.Id))).Items)
            writers.Add(
                Rename(
                    users,
                    new Actor
                    {
                        TenantId = tenant.Id,
                        UserId = user.Id,
                        Role = user.Role,
                        Name = user.Name,
                    }
                )
            );
        await Task.WhenAll(writers);
    }

    private static async Task Rename(Users users, Actor actor)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        for (var i = 0; ; i++)
        {
            var name = $"{run}-{i}";
            await users.ChangeProfile(
                actor,
                new ProfileInput
                {
                    Name = name,
                    Language = "en",
                    TimeZone = "UTC",
                }
            );
            Console.WriteLine($"{actor.UserId} {name}");
        }
    }
}
