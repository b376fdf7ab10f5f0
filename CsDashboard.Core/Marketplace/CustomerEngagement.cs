using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

public sealed record CustomerEngagement(int PurchasesInYear, long Reviews, long Referrals, long Points, int Score);
