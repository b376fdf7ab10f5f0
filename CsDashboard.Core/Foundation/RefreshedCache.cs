using System.Collections.Concurrent;

namespace CsDashboard.Foundation;

/// <summary>
/// A cache of answers that are computed once for everybody who asks. An answer is kept for <paramref name="fresh"/>, or
/// <paramref name="rest"/> times as long as it took, so that computing never takes more than that part of one core.
/// </summary>
/// <param name="behind">An answer that took no longer than this is computed while the caller waits, and is kept no longer than fresh. One
/// that took longer is returned however old it is, while the next is computed in the background. Null: everybody waits.</param>
public sealed class RefreshedCache<TKey, TValue>(TimeSpan fresh, int rest, TimeSpan? behind = null)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Answer> known = new();

    /// <summary>
    /// For the figures of a whole company: counted each time while that is quick; where it takes longer than 150 ms, the last count is
    /// given for a hundred times as long and renewed in the background.
    /// </summary>
    public RefreshedCache()
        : this(TimeSpan.Zero, 100, TimeSpan.FromMilliseconds(150)) { }

    public async Task<TValue> Get(TKey key, TimeProvider clock, Func<Task<TValue>> make)
    {
        var answer = known.GetOrAdd(key, _ => new Answer());
        if (answer.Value is { } value && clock.Now() < answer.Until)
            return value;
        if (answer.Value is { } old && answer.Took > behind)
        {
            if (answer.One.CurrentCount > 0)
                _ = Task.Run(() => Make(answer, clock, make));
            return old;
        }
        return await Make(answer, clock, make);
    }

    private async Task<TValue> Make(Answer answer, TimeProvider clock, Func<Task<TValue>> make)
    {
        await answer.One.WaitAsync();
        try
        {
            if (answer.Value is { } other && clock.Now() < answer.Until)
                return other;
            var begun = clock.GetTimestamp();
            var value = await make();
            answer.Took = clock.GetElapsedTime(begun);
            var keep = behind is null || answer.Took > behind ? answer.Took * rest : TimeSpan.Zero;
            (answer.Value, answer.Until) = (value, clock.Now() + (keep > fresh ? keep : fresh));
            return value;
        }
        finally
        {
            answer.One.Release();
        }
    }

    private sealed class Answer
    {
        public readonly SemaphoreSlim One = new(1, 1);
        public volatile TValue? Value;
        public DateTimeOffset Until;
        public TimeSpan Took;
    }
}
