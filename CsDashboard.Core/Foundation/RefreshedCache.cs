using System.Collections.Concurrent;

namespace CsDashboard.Foundation;

/// <summary>
/// Answers that are made once for all who ask. One is kept for <paramref name="fresh"/>, or <paramref name="rest"/> times as
/// long as it took to make, so that making them never takes more than that part of one core.
/// </summary>
/// <param name="behind">One that took no longer than this is made while its asker waits, and is not kept for longer than fresh; who finds one that took longer is given it, however old, while the next is made behind. Null: everybody waits.</param>
public sealed class RefreshedCache<TKey, TValue>(TimeSpan fresh, int rest, TimeSpan? behind = null) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Answer> known = new();

    /// <summary>As the figures of a whole company are kept: counted each time while that is quick; where it takes longer than 150 ms the last count is given for a hundred times as long, and counted anew behind.</summary>
    public RefreshedCache() : this(TimeSpan.Zero, 100, TimeSpan.FromMilliseconds(150)) { }

    public async Task<TValue> Get(TKey key, TimeProvider clock, Func<Task<TValue>> make)
    {
        var answer = known.GetOrAdd(key, _ => new Answer());
        if (answer.Value is { } value && clock.Now() < answer.Until) return value;
        if (answer.Value is { } old && answer.Took > behind)
        {
            if (answer.One.CurrentCount > 0) _ = Task.Run(() => Make(answer, clock, make));
            return old;
        }
        return await Make(answer, clock, make);
    }

    private async Task<TValue> Make(Answer answer, TimeProvider clock, Func<Task<TValue>> make)
    {
        await answer.One.WaitAsync();
        try
        {
            if (answer.Value is { } other && clock.Now() < answer.Until) return other;
            var begun = clock.GetTimestamp();
            var value = await make();
            answer.Took = clock.GetElapsedTime(begun);
            var keep = behind is null || answer.Took > behind ? answer.Took * rest : TimeSpan.Zero;
            (answer.Value, answer.Until) = (value, clock.Now() + (keep > fresh ? keep : fresh));
            return value;
        }
        finally { answer.One.Release(); }
    }

    private sealed class Answer
    {
        public readonly SemaphoreSlim One = new(1, 1);
        public volatile TValue? Value;
        public DateTimeOffset Until;
        public TimeSpan Took;
    }
}
