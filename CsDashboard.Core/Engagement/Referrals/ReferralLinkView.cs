using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Engagement.Referrals;

/// <summary>A customer's code, and the link to pass on.</summary>
public sealed record ReferralLinkView(string Code, string Link, string ShortCode, DateTimeOffset ExpiresAt, int Clicks);
