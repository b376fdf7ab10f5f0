using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>How long a service is waited for, and how often it is asked again. Real time: a network knows no other.</summary>
public sealed record ServicePatience(TimeSpan Try, TimeSpan All, TimeSpan FirstPause, int Retries, TimeSpan Rest)
{
    /// <summary>A page waits for it: the 30 s of rules.md 004 are the program's patience, not a person's.</summary>
    public static readonly ServicePatience Usual = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(150), 2, TimeSpan.FromSeconds(15));
}
