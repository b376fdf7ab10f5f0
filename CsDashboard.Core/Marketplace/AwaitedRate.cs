using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Orders that are listed apart, since there is no rate for their day.</summary>
public sealed record AwaitedRate(string Currency, int Orders, decimal Total, DateTimeOffset Oldest);
