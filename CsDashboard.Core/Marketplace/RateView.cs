using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace;

/// <summary>A rate as shown, removed ones included. Holds: it applies to orders of now.</summary>
public sealed record RateView
{
    public required Guid Id { get; init; }
    public required string Currency { get; init; }
    public required string Into { get; init; }
    public required decimal Rate { get; init; }
    public required DateOnly From { get; init; }
    public required DateTimeOffset SetAt { get; init; }
    public required string SetBy { get; init; }
    public required DateTimeOffset? RemovedAt { get; init; }
    public required string? RemovedBy { get; init; }
    public required bool Holds { get; init; }

    internal static RateView Of(CurrencyRate r, RateBook book, DateTimeOffset now) =>
        new()
        {
            Id = r.Id,
            Currency = r.Currency,
            Into = r.Into,
            Rate = r.Rate,
            From = r.Day,
            SetAt = r.SetAt,
            SetBy = r.SetBy,
            RemovedAt = r.RemovedAt,
            RemovedBy = r.RemovedBy,
            Holds = book.Of(r.Currency).FirstOrDefault(b => b.From <= now)?.Id == r.Id,
        };
}
