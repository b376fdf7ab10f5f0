using System.Net.Security;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CsDashboard.Notifications;

internal static class Mailers
{
    public static IMailer Choose(Settings settings) =>
        settings.Mail.Host is null
            ? new PickupMailer(Path.Combine(settings.DataFolder, "mail"), settings.Mail.From)
            : new SmtpMailer(settings.Mail);

    public static MimeMessage Prepare(Mail mail, string from)
    {
        try
        {
            return mail.Message(from);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new DeliveryRefused($"'{mail.ToAddress}' is no address", e);
        }
    }
}
