using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Bench;

/// <summary>
/// The ceilings: the same rows and bytes by plain ADO.NET behind Kestrel, and a bare SignalR broadcast. No sign-in, no rules.
/// </summary>
internal static class RawServer
{
    public sealed class BareHub : Hub;

    public static async Task Run(string url, string named)
    {
        var database = new BareDatabase(named);
        CsDashboard.Foundation.Storage.Sqlite.Initialise();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapGet("/ready", () => "ready");
        // Beside a file of SQLite may lie files to be served as they are.
        if (Path.Combine(Path.GetDirectoryName(named) ?? "", "static") is var folder && Directory.Exists(folder))
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = "/static" });
        app.MapRows(database);
        await using var writes = new BareWrites(database);
        app.MapPost("/open", writes.Open);
        app.MapPost("/answer", writes.Answer);
        app.MapHub<BareHub>("/hub");
        app.MapPost(
            "/broadcast",
            async (IHubContext<BareHub> hub) =>
            {
                await hub.Clients.All.SendAsync("new_message", new { ticketId = Guid.NewGuid(), messageId = Guid.NewGuid() });
                return Stopwatch.GetTimestamp();
            }
        );
        app.Urls.Add(url);
        await app.RunAsync();
    }
}
