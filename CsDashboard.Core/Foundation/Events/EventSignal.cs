using CsDashboard.Foundation.Jobs;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Events;

/// <summary>Wakes the pump after a commit.</summary>
public sealed class EventSignal
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
