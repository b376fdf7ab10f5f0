using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CsDashboard.Tests.Harness;

/// <summary>A server of npm that a test runs beside itself, up once its port answers.</summary>
public sealed class NodeServer : IAsyncDisposable
{
    private readonly Process process;

    private NodeServer(Process process) => this.process = process;

    public static async Task<NodeServer> Start(string program, string arguments, int port)
    {
        var node = Process.Start(
            new ProcessStartInfo("node", $"\"{program}\" {arguments}")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        // Read on, or the server stops when the pipe is full.
        node.OutputDataReceived += (_, _) => { };
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        var server = new NodeServer(node);
        for (var i = 0; i < 150; i++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException) when (!node.HasExited)
            {
                await Task.Delay(100);
            }
        }
        await server.DisposeAsync();
        throw new TimeoutException($"{program} did not open port {port}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
