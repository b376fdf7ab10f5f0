using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CsDashboard.Marketplace.Payments;

/// <summary>
/// Calls of Stripe's API: forms in, JSON out, the company's key with each and in no log. A call that makes something carries a key of ours,
/// so that it can be repeated.
/// </summary>
public sealed class StripeCalls(IHttpClientFactory clients, IOptions<Settings> settings)
{
    internal const string Client = "stripe";
    private const int MaxAnswer = 1_048_576;

    /// <summary>A <see cref="StripeFault"/> for every answer but a good one, in Stripe's own words.</summary>
    internal async Task<JsonElement> Send(
        string key,
        HttpMethod method,
        string path,
        IEnumerable<(string Name, string Value)>? form = null,
        Guid? once = null
    )
    {
        using var client = clients.CreateClient(Client);
        client.MaxResponseContentBufferSize = MaxAnswer;
        using var request = new HttpRequestMessage(method, $"{settings.Value.Stripe.Url.TrimEnd('/')}/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (once is { } id)
            request.Headers.Add("Idempotency-Key", id.ToString());
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        try
        {
            using var response = await client.SendAsync(request);
            var json = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsByteArrayAsync());
            return response.IsSuccessStatusCode && json.ValueKind == JsonValueKind.Object
                ? json
                : throw new StripeFault(FaultOf(json, response.StatusCode), IsPassing(response.StatusCode));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            throw new StripeFault(Words.Of("Stripe_Unreached"), isPassing: true);
        }
    }

    /// <summary>In the smallest coin, as Stripe counts. It still counts two decimals for two currencies that have none any more.</summary>
    internal static long Coins(decimal amount, Currency currency)
    {
        var decimals = currency.Code is "ISK" or "UGX" ? 2 : currency.Decimals;
        for (var i = 0; i < decimals; i++)
            amount *= 10;
        return (long)decimal.Round(amount);
    }

    /// <inheritdoc cref="Coins"/>
    internal static decimal Amount(long coins, Currency currency) => (decimal)coins / Coins(1, currency);

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private static string FaultOf(JsonElement json, HttpStatusCode status) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("message", out var message)
        && message.GetString() is { Length: > 0 } text
            ? Lines.Cut(text, 300)
            : $"HTTP {(int)status}";
}
