using System.Collections.Concurrent;

namespace CsDashboard.Bots;

/// <summary>How a bot's worker does in this process. Written by the worker and its watchdog, read by everybody.</summary>
internal sealed class BotHealth
{
    public const int Flapping = 3;
    public static readonly TimeSpan FlappingWindow = TimeSpan.FromMinutes(10);
    private const int MostErrors = 1_000;

    private readonly ConcurrentQueue<DateTimeOffset> errors = new();
    private long beat;

    public BotState State { get; set; }
    public string? LastFault { get; set; }
    public DateTimeOffset? NextStartAt { get; set; }

    public DateTimeOffset? LastBeatAt => Interlocked.Read(ref beat) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public void Beat(DateTimeOffset now) => Interlocked.Exchange(ref beat, now.UtcTicks);

    public void Error(DateTimeOffset now, string fault)
    {
        LastFault = fault;
        errors.Enqueue(now);
        while (errors.Count > MostErrors)
            errors.TryDequeue(out _);
    }

    public int Errors(DateTimeOffset now, TimeSpan within) => errors.Count(at => at > now - within);
}
