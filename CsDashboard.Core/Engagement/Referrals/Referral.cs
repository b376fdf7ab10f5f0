using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Referrals;

/// <summary>Somebody whom a customer brought; one row for each person brought.</summary>
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

    public IReadOnlyList<ReferralDoubt> Doubts =>
        [.. DoubtText.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReferralDoubt>)];

    /// <summary>The source of a ledger entry that rewards the referrer.</summary>
    internal static string SourceOf(Guid id) => SourceKind + id.ToString("N");

    internal void Doubt(IEnumerable<ReferralDoubt> doubts) => DoubtText = string.Join(',', Doubts.Union(doubts).Order());

    /// <summary>The first order came: completed, or held when there are doubts.</summary>
    internal void Bought(string order, IEnumerable<ReferralDoubt> doubts, DateTimeOffset now)
    {
        Doubt(doubts);
        OrderNumber = order;
        if (DoubtText.Length > 0)
            Status = ReferralStatus.Held;
        else
            (Status, CompletedAt) = (ReferralStatus.Completed, now);
    }

    /// <summary>
    /// The order that completed it was cancelled or came back: it waits for an agent again. What was decided before stands in the history.
    /// </summary>
    internal void Reopen()
    {
        Doubt([ReferralDoubt.OrderReturned]);
        (Status, CompletedAt, DecidedAt, DecidedBy, Note) = (ReferralStatus.Held, null, null, null, null);
    }

    /// <summary>An agent decides one that is held; any other is a Conflict.</summary>
    internal void Decide(bool approve, string? note, Actor actor)
    {
        if (Status != ReferralStatus.Held)
            throw Refusal.Conflict(Words.Of("Referral_NotHeld"), "not_held");
        (Status, DecidedAt, DecidedBy, Note) = (approve ? ReferralStatus.Completed : ReferralStatus.Declined, actor.Now, actor.Name, note);
        if (approve)
            CompletedAt = actor.Now;
    }
}
