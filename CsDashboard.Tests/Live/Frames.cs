using System.Net;
using System.Text;
using System.Text.Json;

namespace CsDashboard.Tests.Live;

/// <summary>Reads a stream of server-sent events frame by frame.</summary>
internal sealed class Frames(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public static async Task<Frames> Open(HttpClient client, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/customers/me/events");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await response.ShouldBe(HttpStatusCode.OK);
        return new Frames(response, new StreamReader(await response.Content.ReadAsStreamAsync(), Encoding.UTF8));
    }

    public HttpResponseMessage Response => response;

    /// <summary>The next frame, or null when the stream has ended or was cut off; fails after ten seconds of silence.</summary>
    public async Task<(string? Id, string Type, JsonElement Data)?> Next()
    {
        string? id = null;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await Line(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = line[4..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                var body = JsonDocument.Parse(line[6..]).RootElement;
                return (id, body.GetProperty("type").GetString()!, body.GetProperty("data"));
            }
        }
        return null;
    }

    private async Task<string?> Line(CancellationToken limit)
    {
        try
        {
            return await reader.ReadLineAsync(limit);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async Task<(string? Id, string Type, JsonElement Data)> Must() =>
        await Next() ?? throw new Shouldly.ShouldAssertException("The stream has ended.");

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
