using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// A small but real SMTP server on a free local port: EHLO, AUTH LOGIN, MAIL, RCPT, DATA, RSET, QUIT; with a certificate STARTTLS too.
/// </summary>
public sealed class LocalSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task listening;
    private readonly ConcurrentBag<Task> talks = [];
    private readonly ConcurrentQueue<string> clear = new();

    public LocalSmtp()
    {
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public SmtpMood Mood { get; set; } = SmtpMood.Friendly;

    /// <summary>Only recipients that contain this are met with the mood; the others are served.</summary>
    public string? MoodFor { get; set; }

    /// <summary>With one, STARTTLS is offered.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The commands that everybody on the way could read, each once.</summary>
    public IReadOnlyList<string> SaidInClear => [.. clear.Distinct()];
    public ConcurrentQueue<TakenMail> Taken { get; } = new();
    public int Connections { get; private set; }

    /// <summary>A certificate for 127.0.0.1 that it has signed itself.</summary>
    public static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=local.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

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
            Stream stream = client.GetStream();
            var (reader, secret) = (new StreamReader(stream, Encoding.Latin1), false);
            if (Mood == SmtpMood.Hanging && MoodFor is null)
                await Task.Delay(Timeout.Infinite, stop.Token);
            await Say("220 local.test ready");
            var (from, to, user, password) = ("", new List<string>(), (string?)null, (string?)null);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                if (!secret)
                    clear.Enqueue(verb);
                switch (verb)
                {
                    case "EHLO":
                        await Say(
                            "250-local.test\r\n"
                                + (Certificate is not null && !secret ? "250-STARTTLS\r\n" : "")
                                + "250-AUTH LOGIN\r\n250 8BITMIME"
                        );
                        break;
                    case "STARTTLS" when Certificate is not null:
                        await Say("220 go ahead");
                        var tls = new SslStream(stream);
                        await tls.AuthenticateAsServerAsync(
                            new SslServerAuthenticationOptions { ServerCertificate = Certificate },
                            stop.Token
                        );
                        (stream, reader, secret) = (tls, new StreamReader(tls, Encoding.Latin1), true);
                        break;
                    case "HELO":
                        await Say("250 local.test");
                        break;
                    case "AUTH":
                        var parts = line.Split(' ');
                        if (parts.Length > 2)
                            user = Plain(parts[2]);
                        else
                        {
                            await Say("334 VXNlcm5hbWU6");
                            user = Plain(await reader.ReadLineAsync(stop.Token) ?? "");
                        }
                        await Say("334 UGFzc3dvcmQ6");
                        password = Plain(await reader.ReadLineAsync(stop.Token) ?? "");
                        await Say("235 welcome");
                        break;
                    case "MAIL":
                        from = Between(line);
                        to.Clear();
                        await Say("250 ok");
                        break;
                    case "RCPT":
                        to.Add(Between(line));
                        if (Is(SmtpMood.Hanging, to))
                            await Task.Delay(Timeout.Infinite, stop.Token);
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
                        while (await reader.ReadLineAsync(stop.Token) is { } part && part != ".")
                            data.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
                        if (Is(SmtpMood.Busy, to))
                        {
                            await Say("451 try again later");
                            break;
                        }
                        Taken.Enqueue(new TakenMail(from, [.. to], data.ToString(), user, password, secret));
                        await Say("250 taken");
                        break;
                    case "RSET":
                        await Say("250 ok");
                        break;
                    case "QUIT":
                        await Say("221 bye");
                        return;
                    default:
                        await Say("502 unknown");
                        break;
                }
            }

            async Task Say(string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or AuthenticationException) { }
    }

    private bool Is(SmtpMood mood, List<string> to) =>
        Mood == mood && (MoodFor is null || to.Exists(t => t.Contains(MoodFor, StringComparison.Ordinal)));

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Between(string line) =>
        line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
