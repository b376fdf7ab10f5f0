using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

internal static class Clocked
{
    /// <summary>Milliseconds of each call, sorted.</summary>
    public static async Task<double[]> Times(int calls, Func<int, Task> call)
    {
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await call(i);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(times);
        return times;
    }

    /// <summary>Calls a second with a number of callers at once, and the time of every call, sorted.</summary>
    public static async Task<(double PerSecond, double[] Times)> Load(int callers, TimeSpan length, Func<int, Task> call)
    {
        var (began, all) = (Stopwatch.GetTimestamp(), new List<double>[callers]);
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        var mine = all[caller] = [];
                        while (Stopwatch.GetElapsedTime(began) < length)
                        {
                            var start = Stopwatch.GetTimestamp();
                            await call(caller);
                            mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var times = all.SelectMany(t => t).Order().ToArray();
        return (times.Length / seconds, times);
    }

    public static double At(this double[] sorted, double part) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * part)];

    public static void Line(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    public static void Head(string title) => Head(title, "what", "CsDashboard", "ceiling", "ratio");

    public static void Head(string title, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Line(columns);
        Console.WriteLine($"|{string.Concat(columns.Select(_ => "---|"))}");
    }
}
