using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace CsDashboard.Tests.Live;

/// <summary>A client of the live hub that keeps what it receives until a test asks for it.</summary>
internal sealed class HubEars : IAsyncDisposable
{
    // A client hears only the names that it listens for.
    private static readonly string[] Names =
    [
        "connected",
        "heartbeat",
        "ticket_created",
        "new_message",
        "call_requested",
        "status_change",
        "signal_published",
        "signal_updated",
    ];
    private readonly HubConnection connection;
    private readonly Channel<(string, JsonElement)> heard = Channel.CreateUnbounded<(string, JsonElement)>();
    private readonly TaskCompletionSource closed = new();

    public HubEars(Uri server, string? token)
    {
        connection = new HubConnectionBuilder()
            .WithUrl(new Uri(server, "hubs/live"), o => o.AccessTokenProvider = () => Task.FromResult(token))
            .Build();
        foreach (var name in Names)
            connection.On<JsonElement>(name, data => heard.Writer.TryWrite((name, data)));
        connection.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public Task Start() => connection.StartAsync();

    /// <summary>The next event; fails after ten seconds of silence.</summary>
    public async Task<(string Name, JsonElement Data)> Next()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await heard.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Waits until the server has ended the connection; fails after ten seconds.</summary>
    public Task Ends() => closed.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
