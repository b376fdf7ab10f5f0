namespace CsDashboard.Images;

/// <summary>
/// Pictures are made one at a time in a process, however many come at once: what is decoded at any moment is one, and pages keep a core.
/// Others wait; when too many do, the next are told to come again.
/// </summary>
public sealed class DarkroomLine : IDisposable
{
    internal const int MaxWaiting = 200;
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim one = new(1, 1);
    private int waiting;

    /// <summary>Runs the work when it is its turn, off the caller's thread. TooMany when the line is full.</summary>
    internal async Task<T> Run<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw Refusal.TooMany(ComeAgain);
        }
        try
        {
            await one.WaitAsync(cancellation);
            try
            {
                return await Task.Run(work, cancellation);
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => one.Dispose();
}
