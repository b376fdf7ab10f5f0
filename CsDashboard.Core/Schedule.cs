using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard;

/// <summary>All recurring work, on one page: what, how often. (Mails and events have pumps of their own, which wake on demand.)</summary>
public static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services
        .AddHostedService<Recurring>()
        .AddRecurring("files that were uploaded and never sent", TimeSpan.FromHours(1), EachCompany((rooms, company) => rooms.GetRequiredService<Attachments>().RemoveUnclaimed(company)))
        .AddRecurring("candles that an older key of the vault has sealed", TimeSpan.FromMinutes(1), EachCompany((rooms, company) => rooms.GetRequiredService<KeyRotation>().Settle(company)))
        .AddRecurring("sign-in attempts, lock-outs, codes and sessions that are long over", TimeSpan.FromHours(6), (rooms, _) => rooms.GetRequiredService<Sessions>().ForgetOld(rooms.GetRequiredService<TimeProvider>()));

    private static Func<IServiceProvider, CancellationToken, Task> EachCompany(Func<IServiceProvider, Actor, Task> work) => async (rooms, stopping) =>
    {
        foreach (var tenant in await rooms.GetRequiredService<Tenants>().All())
        {
            stopping.ThrowIfCancellationRequested();
            await work(rooms, Actor.System(tenant.Id, rooms.GetRequiredService<TimeProvider>()));
        }
    };
}
