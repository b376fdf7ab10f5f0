using System.Diagnostics;
using CsDashboard.Customers;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Bench;

/// <summary>
/// The night in which all members are put into their segments: how long it takes, what it holds in memory, and how long others who write
/// wait meanwhile.
/// </summary>
internal static class Segmenting
{
    public static async Task Run(int members)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        var some = await ManyCustomers.GrowTo(house.Database, seed.Agent.TenantId, 0, members);
        await house.Get<Store>().Tend();
        var (notes, admin) = (house.Get<CustomerNotes>(), seed.Agent with { Role = Role.Admin });
        Task Write(int i) => notes.Add(admin, some[i % some.Length], new NewCustomerNote { Text = "Called." });
        await Clocked.Times(50, Write);
        var alone = await Clocked.Times(200, Write);
        Clocked.Head($"Segments of {members:N0} members with five orders each (the ceiling is a write alone)");
        foreach (var which in new[] { "the first night, in which all move", "a night in which nobody moves" })
        {
            GC.Collect();
            var (before, peak, times) = (GC.GetTotalMemory(forceFullCollection: true), 0L, new List<double>());
            using var over = new CancellationTokenSource();
            var others = Task.Run(async () =>
            {
                for (var i = 0; !over.IsCancellationRequested; i++)
                {
                    times.Add((await Clocked.Times(1, _ => Write(i)))[0]);
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                    await Task.Delay(20);
                }
            });
            var clock = Stopwatch.StartNew();
            var moved = await house.Get<Segmentation>().EvaluateAll(admin);
            clock.Stop();
            await over.CancelAsync();
            await others;
            times.Sort();
            Clocked.Line($"{which}, s", $"{clock.Elapsed.TotalSeconds:0.0}", "300", $"{moved:N0} moved; aim: below five minutes");
            Clocked.Line(
                "longest wait of another write, ms",
                $"{times[^1]:0}",
                $"{alone[^1]:0}",
                $"median {times[times.Count / 2]:0.0}, alone {alone.At(0.5):0.0}"
            );
            Clocked.Line("MB held at most, beyond before", $"{(peak - before) / 1048576.0:0}", "", "with what waits to be collected");
        }
    }
}
