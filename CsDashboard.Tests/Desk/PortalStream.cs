using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CsDashboard.Tests.Desk;

/// <summary>A stream of server-sent events, read frame by frame.</summary>
public sealed class PortalStream : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly StreamReader reader;

    private PortalStream(HttpResponseMessage answer, StreamReader reader) => (this.answer, this.reader) = (answer, reader);

    public static async Task<PortalStream> Open(HttpClient client, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/customers/me/events");
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.ShouldBe(HttpStatusCode.OK);
        var stream = new PortalStream(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        (await stream.Next()).Type.ShouldBe("connected");
        return stream;
    }

    /// <summary>The next frame that is no heartbeat; fails after ten seconds.</summary>
    public async Task<(string Id, string Type, JsonElement Data)> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var id = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            var frame = JsonDocument.Parse(line[6..]).RootElement;
            if (frame.Text("type") != "heartbeat")
                return (id, frame.Text("type"), frame.GetProperty("data"));
        }
        throw new ShouldAssertException("The stream has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        answer.Dispose();
        await ValueTask.CompletedTask;
    }
}
