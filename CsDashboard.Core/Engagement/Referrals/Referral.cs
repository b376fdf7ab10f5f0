using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement;

/// <summary>Held: the first order came, or came back, and an agent is to look at it.</summary>
public enum ReferralStatus { Pending, Held, Completed, Declined }

/// <summary>How somebody came to be referred.</summary>
public enum ReferralWay { Link, Staff }

/// <summary>Why a referral waits for an agent.</summary>
public enum ReferralDoubt
{
    /// <summary>Registered in the browser of who referred them.</summary>
    SameDevice,
    /// <summary>Both signed in from one address.</summary>
    SameAddress,
    /// <summary>An address of a service that throws mail away.</summary>
    DisposableMail,
    /// <summary>The order went back, or is about to.</summary>
    OrderReturned,
    /// <summary>They had bought before they were referred.</summary>
    BoughtBefore,
}

/// <summary>The code that a customer hands on, and how often its link was opened. Nothing is kept of who opened it.</summary>
public sealed class ReferralLink : ITenantOwned
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(365);

    public Guid CustomerId { get; init; }
    public Guid TenantId { get; set; }
    /// <summary>16 upper-case hex digits (rules.md 002), unique over all companies.</summary>
    public string Code { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }
    public int Clicks { get; private set; }

    public static bool IsCode(string? text) => text is { Length: 16 } && text.All(c => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F');
}

/// <summary>Somebody whom a customer brought; there is one for each who was brought.</summary>
public sealed class Referral : ITenantOwned
{
    public const int MaxNote = 500;
    internal const string SourceKind = "referral/";

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid ReferrerId { get; init; }
    public Guid RefereeId { get; init; }
    public ReferralStatus Status { get; private set; }
    public ReferralWay Way { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; private set; }
    /// <summary>The first order, which completes it.</summary>
    public string? OrderNumber { get; private set; }
    public string DoubtText { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }
    public string? Note { get; private set; }

    public IReadOnlyList<ReferralDoubt> Doubts => [.. DoubtText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReferralDoubt>)];

    /// <summary>What an entry of the ledger is for that rewards who referred.</summary>
    internal static string SourceOf(Guid id) => SourceKind + id.ToString("N");

    internal void Doubt(IEnumerable<ReferralDoubt> doubts) => DoubtText = string.Join(',', Doubts.Union(doubts).Order());

    /// <summary>The first order came: completed, or held when there are doubts.</summary>
    internal void Bought(string order, IEnumerable<ReferralDoubt> doubts, DateTimeOffset now)
    {
        Doubt(doubts);
        OrderNumber = order;
        if (DoubtText.Length > 0) Status = ReferralStatus.Held;
        else (Status, CompletedAt) = (ReferralStatus.Completed, now);
    }

    /// <summary>The order that completed it was cancelled or came back: it waits for an agent again. What was decided before stands in the history.</summary>
    internal void Reopen()
    {
        Doubt([ReferralDoubt.OrderReturned]);
        (Status, CompletedAt, DecidedAt, DecidedBy, Note) = (ReferralStatus.Held, null, null, null, null);
    }

    /// <summary>An agent decides one that is held; any other is a Conflict.</summary>
    internal void Decide(bool approve, string? note, Actor actor)
    {
        if (Status != ReferralStatus.Held) throw Refusal.Conflict(Words.Of("Referral_NotHeld"), "not_held");
        (Status, DecidedAt, DecidedBy, Note) = (approve ? ReferralStatus.Completed : ReferralStatus.Declined, actor.Now, actor.Name, note);
        if (approve) CompletedAt = actor.Now;
    }
}

/// <summary>Services that give an address for some minutes. Compared by the domain and those above it.</summary>
internal static class DisposableMail
{
    private static readonly HashSet<string> Domains = new(
        ("10minutemail.com 20minutemail.com 33mail.com anonbox.net burnermail.io byom.de deadaddress.com discard.email discardmail.com dispostable.com dropmail.me emailondeck.com emailtemporanea.com "
         + "fakeinbox.com fakemail.net generator.email getairmail.com getnada.com grr.la guerrillamail.com guerrillamail.net guerrillamail.org guerrillamailblock.com harakirimail.com inboxbear.com inboxkitten.com "
         + "incognitomail.org jetable.org linshiyou.com mail-temp.com mailcatch.com maildrop.cc mailexpire.com mailinator.com mailinator.net mailnesia.com mailnull.com mailpoof.com mailsac.com minuteinbox.com "
         + "mintemail.com moakt.com mohmal.com mytemp.email mytrashmail.com nada.email no-spam.ws nowmymail.com onetimemail.org sharklasers.com spam4.me spambog.com spambox.us spamgourmet.com spamex.com "
         + "temp-mail.io temp-mail.org tempail.com tempemail.net tempinbox.com tempmail.com tempmail.dev tempmail.net tempmailo.com tempr.email throwam.com throwawaymail.com tmail.ws tmpmail.net tmpmail.org "
         + "trash-mail.com trashmail.com trashmail.de trashmail.net wegwerfmail.de yopmail.com yopmail.fr yopmail.net").Split(' '), StringComparer.OrdinalIgnoreCase);

    public static bool Is(string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..];
        while (domain.Contains('.'))
        {
            if (Domains.Contains(domain)) return true;
            domain = domain[(domain.IndexOf('.') + 1)..];
        }
        return false;
    }
}
