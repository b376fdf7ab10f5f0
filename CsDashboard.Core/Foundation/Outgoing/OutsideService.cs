using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace CsDashboard.Foundation.Outgoing;

/// <summary>
/// A service of the company's own that keeps data we show: called with a time-out, again with jitter after a passing fault, and left alone
/// for a while when it keeps failing. A failed call gives null, never an exception: the page goes on with what it knows
/// (contract: crm, Outside services). The log has the cause.
/// </summary>
public sealed class OutsideService
{
    internal const string Client = "services";
    private const int MaxAnswer = 4 * 1_048_576;
    private const string CustomerPlace = "{customer}";

    private readonly string name;
    private readonly ServiceSettings settings;
    private readonly IHttpClientFactory clients;
    private readonly ILogger log;
    private readonly ResiliencePipeline patience;

    /// <param name="name">For the log.</param>
    public OutsideService(string name, ServiceSettings settings, IHttpClientFactory clients, ILogger log, ServicePatience patience)
    {
        (this.name, this.settings, this.clients, this.log) = (name, settings, clients, log);
        var passing = new PredicateBuilder()
            .Handle<HttpRequestException>(e =>
                e.StatusCode
                    is null
                        or HttpStatusCode.RequestTimeout
                        or HttpStatusCode.TooManyRequests
                        or >= HttpStatusCode.InternalServerError
            )
            .Handle<IOException>()
            .Handle<TimeoutRejectedException>()
            .Handle<JsonException>();
        this.patience = new ResiliencePipelineBuilder()
            .AddTimeout(patience.All)
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = passing,
                    MaxRetryAttempts = patience.Retries,
                    Delay = patience.FirstPause,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    ShouldHandle = passing,
                    FailureRatio = 0.5,
                    MinimumThroughput = 4,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = patience.Rest,
                }
            )
            .AddTimeout(patience.Try)
            .Build();
    }

    public bool IsUsed => settings.Url is not null;

    /// <summary>
    /// What the service says of this customer, read by <paramref name="read"/>, which throws JsonException for what makes no sense; null
    /// when it can't be had.
    /// </summary>
    public async Task<T?> Ask<T>(
        string customer,
        IEnumerable<(string Name, string? Value)> query,
        Func<JsonElement, T> read,
        CancellationToken cancellation = default
    )
        where T : class
    {
        var address = settings.Url!.Replace(CustomerPlace, Uri.EscapeDataString(customer), StringComparison.Ordinal);
        var asked = string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
        if (asked.Length > 0)
            address += (address.Contains('?') ? "&" : "?") + asked;
        try
        {
            return await patience.ExecuteAsync(async stop => await Once(new Uri(address), read, stop), cancellation);
        }
        catch (BrokenCircuitException)
        {
            // It was logged when the circuit opened.
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutRejectedException or JsonException)
        {
            log.LogWarning(e, "The {Service} service cannot be had: {Cause}", name, e.Message);
            return null;
        }
    }

    /// <summary>A field of an answer, null where it is not there.</summary>
    public static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ToString()
            : null;

    public static DateTimeOffset? Time(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Times.TryRead(value.GetString(), out var time)
                ? time
                : throw new FormatException(value.GetString())
            : null;

    public static decimal Amount(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetDecimal() : 0;

    private async Task<T> Once<T>(Uri address, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = MaxAnswer;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (settings.Key is { Length: > 0 } key)
            request.Headers.Add("X-Service-API-Key", key);
        using var response = await client.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
        // With an envelope {success, data} or without.
        var root = json.RootElement;
        try
        {
            return read(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) ? data : root);
        }
        catch (Exception e)
            when (e is InvalidOperationException or FormatException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new JsonException($"The answer of {address.Host} cannot be read: {e.Message}", e);
        }
    }
}
