using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Outgoing;
using Polly;
using Polly.Retry;

namespace CsDashboard.Bots;

/// <summary>How long an exchange is waited for and how often it is asked again.</summary>
public sealed record FeedPatience(TimeSpan Try, TimeSpan FirstPause, TimeSpan LongestPause, int Retries)
{
    public static readonly FeedPatience Usual = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), 4);
}
