using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CsDashboard.Tests.Harness;

public enum SmtpMood
{
    Friendly,
    /// <summary>Answers 451 to the mail: try again later.</summary>
    Busy,
    /// <summary>Answers 550 to the recipient: never.</summary>
    Refusing,
    /// <summary>Takes the connection and says nothing.</summary>
    Hanging,
    /// <summary>Closes the connection in the middle of DATA.</summary>
    Dropping,
}

public sealed record TakenMail(string From, IReadOnlyList<string> To, string Data, string? User, string? Password);

/// <summary>A small but real SMTP server on a free local port: EHLO, AUTH LOGIN, MAIL, RCPT, DATA, RSET, QUIT.</summary>
public sealed class LocalSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task listening;
    private readonly ConcurrentBag<Task> talks = [];

    public LocalSmtp()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public SmtpMood Mood { get; set; } = SmtpMood.Friendly;
    /// <summary>Only recipients that contain this are met with the mood; the others are served.</summary>
    public string? MoodFor { get; set; }
    public ConcurrentQueue<TakenMail> Taken { get; } = new();
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await listening;
        await Task.WhenAll(talks);
        stop.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Connections++;
                talks.Add(Talk(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            if (Mood == SmtpMood.Hanging && MoodFor is null) await Task.Delay(Timeout.Infinite, stop.Token);
            await Say("220 local.test ready");
            var (from, to, user, password) = ("", new List<string>(), (string?)null, (string?)null);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO": await Say("250-local.test\r\n250-AUTH LOGIN\r\n250 8BITMIME"); break;
                    case "HELO": await Say("250 local.test"); break;
                    case "AUTH":
                        var parts = line.Split(' ');
                        if (parts.Length > 2) user = Plain(parts[2]);
                        else
                        {
                            await Say("334 VXNlcm5hbWU6");
                            user = Plain(await reader.ReadLineAsync(stop.Token) ?? "");
                        }
                        await Say("334 UGFzc3dvcmQ6");
                        password = Plain(await reader.ReadLineAsync(stop.Token) ?? "");
                        await Say("235 welcome");
                        break;
                    case "MAIL": from = Between(line); to.Clear(); await Say("250 ok"); break;
                    case "RCPT":
                        to.Add(Between(line));
                        if (Is(SmtpMood.Hanging, to)) await Task.Delay(Timeout.Infinite, stop.Token);
                        await Say(Is(SmtpMood.Refusing, to) ? "550 no such mailbox" : "250 ok");
                        break;
                    case "DATA":
                        await Say("354 go on");
                        if (Is(SmtpMood.Dropping, to))
                        {
                            await reader.ReadLineAsync(stop.Token);
                            client.Client.LingerState = new LingerOption(true, 0);
                            return;
                        }
                        var data = new StringBuilder();
                        while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".") data.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
                        if (Is(SmtpMood.Busy, to))
                        {
                            await Say("451 try again later");
                            break;
                        }
                        Taken.Enqueue(new TakenMail(from, [.. to], data.ToString(), user, password));
                        await Say("250 taken");
                        break;
                    case "RSET": await Say("250 ok"); break;
                    case "QUIT": await Say("221 bye"); return;
                    default: await Say("502 unknown"); break;
                }
            }

            async Task Say(string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException) { }
    }

    private bool Is(SmtpMood mood, List<string> to) => Mood == mood && (MoodFor is null || to.Exists(t => t.Contains(MoodFor, StringComparison.Ordinal)));
    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
