using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Engagement.Referrals;

/// <summary>
/// Somebody who was brought. Customers see a first name and an initial, staff the whole. Reward is what the customer got for it, or would
/// get now.
/// </summary>
public sealed record ReferralRow(
    Guid Id,
    Guid RefereeId,
    string RefereePublicId,
    string Name,
    ReferralStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt,
    long Reward
);
