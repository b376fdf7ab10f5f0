using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsDashboard.Foundation.Outgoing;

namespace CsDashboard.Notifications;

/// <summary>A text message ready to go.</summary>
public sealed record TextMessage(Guid Id, string To, string Text)
{
    // Ten parts of a long message; what is longer is read by the link.
    private const int Most = 1_500;

    internal static TextMessage Of(Notification row, string publicUrl, string? stop = null)
    {
        var text = Bidi.Plain(row.Content.Length == 0 ? row.Title : row.Title + "\n" + row.Content);
        if (text.Length > Most) text = Lines.Cut(text, Most - 1) + "…";
        var to = Phones.ForTexts(row.Address, null) ?? throw new DeliveryRefused($"No text message goes to '{row.Address}': it is no number of any country");
        var site = publicUrl.TrimEnd('/');
        if (row.Link is not null) text += "\n" + site + row.Link;
        // The page of one's own settings is short; without an account it can't be opened.
        if (stop is not null) text += "\n" + Words.In(row.Language, "Sms_Stop", site + (row.UserId is null ? "/unsubscribe/" + stop : "/portal/notifications"));
        return new(row.Id, to, text);
    }
}

/// <summary>Takes a text message out of the house. Two bodies: a provider's gateway, and a folder where there is none.</summary>
public interface ITexter
{
    /// <summary>Returns once it is taken. <see cref="DeliveryRefused"/> when trying again can't help; any other exception when it may.</summary>
    Task Send(TextMessage message, CancellationToken cancellation);
}

internal static class Texters
{
    public static ITexter Choose(Settings settings, IHttpClientFactory clients) =>
        settings.Sms.Url is null ? new PickupTexter(Path.Combine(settings.DataFolder, "sms")) : new GatewayTexter(settings.Sms, clients);
}

/// <summary>Writes each message as a text file, the number in its first line; whole or not at all.</summary>
public sealed class PickupTexter(string folder) : ITexter
{
    public async Task Send(TextMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (draft, place) = (Path.Combine(folder, $".{message.Id:N}"), Path.Combine(folder, $"{message.Id:N}.txt"));
        await File.WriteAllTextAsync(draft, $"{message.To}\n\n{message.Text}\n", cancellation);
        File.Move(draft, place, overwrite: true);
    }
}

/// <summary>Posts From, To and Body as a form with a user and a password, as Twilio's Messages call and those modelled on it take it (rules.md 001).</summary>
public sealed class GatewayTexter(SmsSettings settings, IHttpClientFactory clients) : ITexter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task Send(TextMessage message, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(OutsideService.Client);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["From"] = settings.From, ["To"] = message.To, ["Body"] = message.Text });
        if (!string.IsNullOrEmpty(settings.User))
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));
        try
        {
            using var response = await client.SendAsync(request, limit.Token);
            try { response.EnsureSuccessStatusCode(); }
            catch (HttpRequestException e) when (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity) { throw new DeliveryRefused(e.Message, e); }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The gateway for text messages did not answer within {Patience.TotalSeconds:0} s", e);
        }
    }
}
