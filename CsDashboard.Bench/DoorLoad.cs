using System.Diagnostics;

namespace CsDashboard.Bench;

/// <summary>
/// What a server did under a number of callers: requests a second, the time of each in ms, sorted, the bytes of a body and the processor's
/// ms for a request.
/// </summary>
internal sealed record DoorLoad(double PerSecond, double[] Times, double Bytes, double Processor)
{
    /// <summary>
    /// Callers that keep their connections and ask again as soon as they are answered; what is answered before the warm-up is over does not
    /// count. For writes the work that they leave behind does.
    /// </summary>
    public static async Task<DoorLoad> Of(
        Server server,
        byte[][] requests,
        int callers,
        (TimeSpan Warm, TimeSpan Measured) time,
        bool isWrite
    )
    {
        var (counts, over, answered) = (false, false, 0);
        var asked = Enumerable.Range(0, callers).Select(Ask).ToArray();
        await Task.Delay(time.Warm);
        var (began, worked) = (Stopwatch.GetTimestamp(), server.Processor);
        Volatile.Write(ref counts, true);
        do await Task.Delay(time.Measured);
        while (Volatile.Read(ref answered) == 0 && !asked.All(a => a.IsFaulted));
        Volatile.Write(ref over, true);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (!isWrite)
            worked = server.Processor - worked;
        var all = await Task.WhenAll(asked);
        if (isWrite)
        {
            await server.Settled();
            worked = server.Processor - worked;
        }
        var times = all.SelectMany(a => a.Times).Order().ToArray();
        return new(times.Length / seconds, times, (double)all.Sum(a => a.Bytes) / times.Length, worked.TotalMilliseconds / times.Length);

        // A thread each, that sleeps in the kernel: cheaper than what would share a few among them.
        Task<(List<double> Times, long Bytes)> Ask(int caller) =>
            Task.Factory.StartNew(
                () =>
                {
                    var (times, bytes, next) = (new List<double>(), 0L, caller * requests.Length / callers);
                    using var wire = new Wire(server.Address);
                    while (!Volatile.Read(ref over))
                    {
                        var start = Stopwatch.GetTimestamp();
                        var got = wire.Ask(requests[next++ % requests.Length]);
                        if (!Volatile.Read(ref counts) || Volatile.Read(ref over))
                            continue;
                        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        bytes += got;
                        Interlocked.Increment(ref answered);
                    }
                    return (times, bytes);
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
    }

    /// <summary>
    /// Milliseconds until the last of so many has its first answer, each over a connection of its own that is opened for it.
    /// </summary>
    public static async Task<double> AtOnce(Server server, byte[] request, int callers)
    {
        using var ready = new CountdownEvent(callers);
        using var go = new ManualResetEventSlim();
        var all = Enumerable
            .Range(0, callers)
            .Select(_ =>
                Task.Factory.StartNew(
                    () =>
                    {
                        ready.Signal();
                        go.Wait();
                        using var wire = new Wire(server.Address);
                        wire.Ask(request);
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            )
            .ToArray();
        await Task.Run(ready.Wait);
        var began = Stopwatch.GetTimestamp();
        go.Set();
        await Task.WhenAll(all);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
