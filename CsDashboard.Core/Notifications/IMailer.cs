using System.Net;
using System.Net.Mail;

namespace CsDashboard.Notifications;

/// <summary>Takes a mail out of the house. Two bodies: a mail server, and a folder of .eml files where there is none.</summary>
public interface IMailer
{
    /// <summary>Returns once the mail is taken. <see cref="MailRefused"/> when trying again can't help; any other exception when it may.</summary>
    Task Send(Mail mail, CancellationToken cancellation);
}

/// <summary>The address is bad, or the server said for good that it takes no mail for it.</summary>
public sealed class MailRefused(string message, Exception? inner = null) : Exception(message, inner);

internal static class Mailers
{
    public static IMailer Choose(Settings settings) =>
        settings.Mail.Host is null ? new PickupMailer(Path.Combine(settings.DataFolder, "mail"), settings.Mail.From) : new SmtpMailer(settings.Mail);

    public static MailMessage Prepare(Mail mail, string from)
    {
        try { return mail.Message(from); }
        catch (Exception e) when (e is FormatException or ArgumentException) { throw new MailRefused($"'{mail.ToAddress}' is no address", e); }
    }
}

/// <summary>Writes each mail as an .eml file (RFC 5322), whole or not at all: it is made in a folder of its own and then moved.</summary>
public sealed class PickupMailer(string folder, string from) : IMailer
{
    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Mailers.Prepare(mail, from);
        // Absolute, since the client takes no other folder.
        var draft = Path.GetFullPath(Path.Combine(folder, ".drafts", Guid.NewGuid().ToString("N")));
        Directory.CreateDirectory(draft);
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft })
                await client.SendMailAsync(message, cancellation);
            // Named by the mail, so that one that is sent again replaces itself; v7 ids sort by time.
            File.Move(Directory.EnumerateFiles(draft).Single(), Path.Combine(folder, mail.Id.ToString("N") + ".eml"), overwrite: true);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }
}

/// <summary>
/// Hands mails to an SMTP server. Tls is STARTTLS; a server that speaks TLS from the first byte (port 465) is not for
/// this client. An attempt takes at most 20 seconds.
/// </summary>
public sealed class SmtpMailer(MailSettings settings, TimeSpan? timeout = null) : IMailer
{
    private readonly TimeSpan timeout = timeout ?? TimeSpan.FromSeconds(20);

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Mailers.Prepare(mail, settings.From);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (!string.IsNullOrEmpty(settings.User)) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        // The client's own Timeout holds for its synchronous calls only.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            await client.SendMailAsync(message, limit.Token).WaitAsync(limit.Token);
        }
        catch (SmtpFailedRecipientException e) when ((int)e.StatusCode >= 500)
        {
            throw new MailRefused(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{settings.Host}:{settings.Port} did not take the mail within {timeout.TotalSeconds:0} s", e);
        }
    }
}
