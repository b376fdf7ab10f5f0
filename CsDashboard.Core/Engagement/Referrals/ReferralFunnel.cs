using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Engagement.Referrals;

/// <summary>How many links were opened, who signed up by them, and what became of it.</summary>
public sealed record ReferralFunnel(int Clicks, int Pending, int Held, int Completed, int Declined, DateTimeOffset? LastAt)
{
    public int SignUps => Pending + Held + Completed + Declined;

    /// <summary>Points for a referral by the rules as they are now; 100 to begin with (contract: membership, Referral).</summary>
    public long Reward { get; init; }

    /// <summary>What was received according to the ledger.</summary>
    public long CompletedRewards { get; init; }

    /// <summary>What those that still wait would bring.</summary>
    public long PendingRewards => Reward * (Pending + Held);

    /// <summary>Completed of all, in whole percent (contract: membership, Referral).</summary>
    public int SuccessRate => SignUps == 0 ? 0 : (int)decimal.Round(100m * Completed / SignUps, MidpointRounding.AwayFromZero);
}
