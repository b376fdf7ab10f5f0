using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Jobs;

/// <summary>
/// Work behind the house: one round after another until the house stops. A round waits by itself where there is nothing to do.
/// </summary>
public static class Loop
{
    /// <summary>
    /// A round that fails is logged under this name, and the next one begins after the pause: of the clock, or in the machine's own time
    /// without one.
    /// </summary>
    public static async Task Run(
        string what,
        TimeSpan pause,
        ILogger log,
        CancellationToken stopping,
        Func<Task> round,
        TimeProvider? clock = null
    )
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await round();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogError(e, "{What} stumbled and goes on", what);
                await Task.Delay(pause, clock ?? TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
