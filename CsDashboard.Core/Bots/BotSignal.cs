using CsDashboard.Accounts;
using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bots;

/// <summary>Wakes the watchdog when a bot was switched or set.</summary>
internal sealed class BotSignal
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Raise()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        { /* already ringing */
        }
    }

    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancellation) => bell.WaitAsync(atMost, cancellation);
}
