using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>Orders that are told apart, since no rate holds for their day.</summary>
public sealed record AwaitedRate(string Currency, int Orders, decimal Total, DateTimeOffset Oldest);
