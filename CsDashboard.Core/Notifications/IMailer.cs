using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

/// <summary>Sends a mail. Two implementations: a mail server, and a folder of .eml files where there is none.</summary>
public interface IMailer
{
    /// <summary>
    /// Returns once the mail is accepted. <see cref="DeliveryRefused"/> when trying again can't help; any other exception when it may.
    /// </summary>
    Task Send(Mail mail, CancellationToken cancellation);
}
