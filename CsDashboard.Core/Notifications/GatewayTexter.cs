using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

/// <summary>
/// Posts From, To and Body as a form with a user and a password, as Twilio's Messages call and those modelled on it take it
/// (contract: market, Notifications).
/// </summary>
public sealed class GatewayTexter(SmsSettings settings, IHttpClientFactory clients) : ITexter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task Send(TextMessage message, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(OutsideService.Client);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["From"] = settings.From,
                ["To"] = message.To,
                ["Body"] = message.Text,
            }
        );
        if (!string.IsNullOrEmpty(settings.User))
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"))
            );
        try
        {
            using var response = await client.SendAsync(request, limit.Token);
            try
            {
                response.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException e)
                when (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity)
            {
                throw new DeliveryRefused(e.Message, e);
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The gateway for text messages did not answer within {Patience.TotalSeconds:0} s", e);
        }
    }
}
