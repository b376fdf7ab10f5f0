using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Services that hand out addresses for a few minutes. Compared by the domain and its parent domains.</summary>
internal static class DisposableMail
{
    private static readonly HashSet<string> Domains = new(
        (
            "10minutemail.com 20minutemail.com 33mail.com anonbox.net burnermail.io byom.de deadaddress.com discard.email discardmail.com dispostable.com dropmail.me emailondeck.com emailtemporanea.com "
            + "fakeinbox.com fakemail.net generator.email getairmail.com getnada.com grr.la guerrillamail.com guerrillamail.net guerrillamail.org guerrillamailblock.com harakirimail.com inboxbear.com inboxkitten.com "
            + "incognitomail.org jetable.org linshiyou.com mail-temp.com mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailnesia.com mailnull.com mailpoof.com mailsac.com minuteinbox.com "
            + "mintemail.com moakt.com mohmal.com mytemp.email mytrashmail.com nada.email no-spam.ws nowmymail.com onetimemail.org sharklasers.com spam4.me spambog.com spambox.us spamgourmet.com spamex.com "
            + "temp-mail.io temp-mail.org tempail.com tempemail.net tempinbox.com tempmail.com tempmail.dev tempmail.net tempmailo.com tempr.email throwam.com throwawaymail.com tmail.ws tmpmail.net tmpmail.org "
            + "trash-mail.com trashmail.com trashmail.de trashmail.net wegwerfmail.de yopmail.com yopmail.fr yopmail.net"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static bool Is(string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..];
        while (domain.Contains('.'))
        {
            if (Domains.Contains(domain))
                return true;
            domain = domain[(domain.IndexOf('.') + 1)..];
        }
        return false;
    }
}
