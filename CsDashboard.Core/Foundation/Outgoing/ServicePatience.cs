using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>How long to wait for a service, and how often to ask again. In real time, whatever the product's clock says.</summary>
public sealed record ServicePatience(TimeSpan Try, TimeSpan All, TimeSpan FirstPause, int Retries, TimeSpan Rest)
{
    /// <summary>A page waits for it: 30 s (contract: crm, Outside services) are a program's patience, not a person's.</summary>
    public static readonly ServicePatience Usual = new(
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMilliseconds(150),
        2,
        TimeSpan.FromSeconds(15)
    );
}
