using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Jobs;

/// <summary>Work behind the house: one round after another until the house stops. A round waits by itself where there is nothing to do.</summary>
public static class Loop
{
    /// <summary>A round that fails is logged under this name, and the next one begins after the pause, in the machine's own time.</summary>
    public static async Task Run(string what, TimeSpan pause, ILogger log, CancellationToken stopping, Func<Task> round)
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
                await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
