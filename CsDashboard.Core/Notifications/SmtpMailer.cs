using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

/// <summary>
/// Hands mails to an SMTP server. With credentials nothing is sent before the line is encrypted, unless Tls is switched off explicitly:
/// port 465 speaks TLS from the first byte, every other port by STARTTLS. An attempt takes at most 20 seconds.
/// <paramref name="trust"/> decides on certificates in place of the machine's list.
/// </summary>
public sealed class SmtpMailer(MailSettings settings, TimeSpan? timeout = null, RemoteCertificateValidationCallback? trust = null) : IMailer
{
    private readonly TimeSpan timeout = timeout ?? TimeSpan.FromSeconds(20);
    private readonly string host = settings.Host ?? throw new ArgumentException("A mail server has a host", nameof(settings));
    private readonly (string Name, string Password)? user = string.IsNullOrEmpty(settings.User)
        ? null
        : (settings.User, settings.Password ?? "");

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Mailers.Prepare(mail, settings.From);
        // Private authorities publish no revocation lists, and a mail does not wait for one.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await client.ConnectAsync(host, settings.Port, Line, limit.Token);
            if (user is var (name, password))
                await client.AuthenticateAsync(name, password, limit.Token);
            await client.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= 500)
        {
            throw new DeliveryRefused(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{host}:{settings.Port} did not take the mail within {timeout.TotalSeconds:0} s", e);
        }
        await Leave(client, limit.Token);
    }

    private SecureSocketOptions Line =>
        !(settings.Tls ?? user is not null) ? SecureSocketOptions.None
        : settings.Port == 465 ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    // The mail was accepted: whatever goes wrong from here must not send it again.
    private static async Task Leave(SmtpClient client, CancellationToken limit)
    {
        try
        {
            await client.DisconnectAsync(quit: true, limit);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException) { }
    }
}
