using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

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
            // Named after the mail, so that a repeated one replaces itself; v7 ids sort by time.
            File.Move(draft, Path.Combine(folder, mail.Id.ToString("N") + ".eml"), overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
