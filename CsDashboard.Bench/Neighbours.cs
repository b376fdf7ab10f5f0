using System.Diagnostics;
using System.Globalization;

namespace CsDashboard.Bench;

/// <summary>How much of the machine's processors others used while something was measured: what makes two runs differ.</summary>
internal sealed class Neighbours(Server[] ours)
{
    private readonly TimeSpan busy = Busy;
    private readonly TimeSpan own = Own(ours);
    private readonly long began = Stopwatch.GetTimestamp();

    public double Percent => (Busy - busy - (Own(ours) - own)) / Stopwatch.GetElapsedTime(began) / Environment.ProcessorCount * 100;

    private static TimeSpan Own(Server[] ours)
    {
        using var self = Process.GetCurrentProcess();
        return ours.Aggregate(self.TotalProcessorTime, (sum, server) => sum + server.Processor);
    }

    // The first line sums all processors, in hundredths of a second: user, nice, system, then idle and waiting, then interrupts.
    private static TimeSpan Busy
    {
        get
        {
            var ticks = File.ReadLines("/proc/stat")
                .First()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(t => long.Parse(t, CultureInfo.InvariantCulture))
                .ToArray();
            return TimeSpan.FromMilliseconds((ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) * 10.0);
        }
    }
}
