using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>A member who earns, and their segment.</summary>
internal sealed record EarningMember(Guid Id, string? Segment);
