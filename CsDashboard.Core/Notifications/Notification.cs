using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;

namespace CsDashboard.Notifications;

/// <summary>Something a person is told, in that person's language: a line of the inbox, or a mail in the queue.</summary>
public sealed class Notification : ITenantOwned
{
    public const int MaxTitle = 200;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The recipient; null for a mail to somebody without an account.</summary>
    public Guid? UserId { get; init; }
    public Guid? CustomerId { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>A short word such as ticket_reply.</summary>
    public required string Kind { get; init; }
    public NoticeTopic Topic { get; init; }
    public required string Title { get; init; }

    /// <summary>Plain text; blank lines separate paragraphs.</summary>
    public required string Content { get; set; }

    /// <summary>A path of this site, such as /portal/tickets/ID.</summary>
    public string? Link { get; set; }
    public string Language { get; init; } = "en";

    /// <summary>Where the mail or text message goes and to whom, as known when it was queued; null in the inbox.</summary>
    public string? Address { get; init; }
    public string? AddressName { get; init; }

    /// <summary>Carries a link that signs somebody in: what it says is wiped once it is sent or given up.</summary>
    public bool IsSecret { get; init; }

    /// <summary>After this the mail would be of no use (its link has expired) and is given up.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }
    public Delivery Status { get; private set; }
    public int Attempts { get; set; }

    /// <summary>When the next attempt is due; null when there won't be one.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }
    public string? LastError { get; private set; }

    /// <summary>Why it was not sent at once; stays after it was sent.</summary>
    public Hold? Reason { get; private set; }

    /// <summary>When a waiting one is sent: at the end of the night, or with the daily mail.</summary>
    public DateTimeOffset? HeldUntil { get; private set; }

    /// <summary>The daily mail that carries it.</summary>
    public Guid? DigestId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    internal void Obey(Ruling ruling)
    {
        (Reason, HeldUntil) = (ruling.Reason, ruling.Until);
        if (ruling.IsHeldBack)
            (Status, NextAttemptAt) = (Delivery.Held, null);
        else if (ruling.Reason is not null)
            NextAttemptAt = ruling.Reason == Hold.Digest ? null : ruling.Until;
    }

    /// <summary>False when it was read before.</summary>
    public bool MarkRead(DateTimeOffset now)
    {
        if (Status == Delivery.Read)
            return false;
        (Status, ReadAt) = (Delivery.Read, now);
        return true;
    }

    /// <summary>Marks it as not sent, with the reason.</summary>
    internal void HoldBack(Hold why)
    {
        Obey(new Ruling(why, null));
        Wipe();
    }

    public void MarkSent(DateTimeOffset now)
    {
        (Status, SentAt, NextAttemptAt, LastError) = (Delivery.Sent, now, null, null);
        Wipe();
    }

    /// <summary>Notes why an attempt failed. Without another pause the mail is given up.</summary>
    public void MarkFailed(string why, DateTimeOffset now, TimeSpan? pause)
    {
        LastError = why.Length > 500 ? why[..500] : why;
        var next = now + pause;
        if (next is not null && !(next > UsefulUntil))
        {
            NextAttemptAt = next;
            return;
        }
        (Status, NextAttemptAt) = (Delivery.Failed, null);
        Wipe();
    }

    private void Wipe()
    {
        if (IsSecret)
            (Content, Link) = ("", null);
    }
}
