using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

/// <summary>Takes a mail out of the house. Two bodies: a mail server, and a folder of .eml files where there is none.</summary>
public interface IMailer
{
    /// <summary>Returns once the mail is taken. <see cref="DeliveryRefused"/> when trying again can't help; any other exception when it may.</summary>
    Task Send(Mail mail, CancellationToken cancellation);
}

/// <summary>The address is bad, or the server said for good that it takes no mail for it.</summary>
public sealed class DeliveryRefused(string message, Exception? inner = null) : Exception(message, inner);

internal static class Mailers
{
    public static IMailer Choose(Settings settings) =>
        settings.Mail.Host is null ? new PickupMailer(Path.Combine(settings.DataFolder, "mail"), settings.Mail.From) : new SmtpMailer(settings.Mail);

    public static MimeMessage Prepare(Mail mail, string from)
    {
        try { return mail.Message(from); }
        catch (Exception e) when (e is FormatException or ArgumentException) { throw new DeliveryRefused($"'{mail.ToAddress}' is no address", e); }
    }
}

/// <summary>Writes each mail as an .eml file (RFC 5322), whole or not at all: it is written beside and then moved.</summary>
public sealed class PickupMailer(string folder, string from) : IMailer
{
    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Mailers.Prepare(mail, from);
        var drafts = Path.Combine(folder, ".drafts");
        Directory.CreateDirectory(drafts);
        var draft = Path.Combine(drafts, Guid.NewGuid().ToString("N"));
        try
        {
            await message.WriteToAsync(draft, cancellation);
            // Named by the mail, so that one that is sent again replaces itself; v7 ids sort by time.
            File.Move(draft, Path.Combine(folder, mail.Id.ToString("N") + ".eml"), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

/// <summary>
/// Hands mails to an SMTP server. Where there are credentials nothing is said before the line is secret, unless Tls is switched
/// off by name: port 465 speaks TLS from the first byte, every other port by STARTTLS. An attempt takes at most 20 seconds.
/// <paramref name="trust"/> decides on certificates in place of the machine's list.
/// </summary>
public sealed class SmtpMailer(MailSettings settings, TimeSpan? timeout = null, RemoteCertificateValidationCallback? trust = null) : IMailer
{
    private readonly TimeSpan timeout = timeout ?? TimeSpan.FromSeconds(20);
    private readonly string host = settings.Host ?? throw new ArgumentException("A mail server has a host", nameof(settings));
    private readonly (string Name, string Password)? user = string.IsNullOrEmpty(settings.User) ? null : (settings.User, settings.Password ?? "");

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Mailers.Prepare(mail, settings.From);
        // Private authorities publish no list of what they took back; a mail does not wait for one.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await client.ConnectAsync(host, settings.Port, Line, limit.Token);
            if (user is var (name, password)) await client.AuthenticateAsync(name, password, limit.Token);
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

    private SecureSocketOptions Line => !(settings.Tls ?? user is not null) ? SecureSocketOptions.None
        : settings.Port == 465 ? SecureSocketOptions.SslOnConnect
        : SecureSocketOptions.StartTls;

    // The mail is taken: whatever goes wrong from here must not send it again.
    private static async Task Leave(SmtpClient client, CancellationToken limit)
    {
        try { await client.DisconnectAsync(quit: true, limit); }
        catch (Exception e) when (e is IOException or OperationCanceledException or SmtpProtocolException or SmtpCommandException) { }
    }
}
