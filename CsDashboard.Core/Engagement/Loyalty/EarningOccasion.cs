using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Reviews;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// Something that may earn points, read from an event: for whom, for what, whether it counts now and did before, and both amounts. The
/// rules and the preview of a rule look at this and at nothing else.
/// </summary>
internal sealed record EarningOccasion
{
    public required EarnOn On { get; init; }
    public required Guid CustomerId { get; init; }
    public required string Source { get; init; }
    public required DateTimeOffset When { get; init; }
    public bool Counts { get; init; } = true;
    public bool Counted { get; init; }
    public decimal Basis { get; init; } = 1;
    public decimal? BasisBefore { get; init; }

    /// <summary>It earns, but what it earns can't be used yet; or could not before.</summary>
    public bool IsHeld { get; init; }
    public bool WasHeld { get; init; }
    public string? Reason { get; init; }

    /// <summary>The kind of thing that events of this value are about, by which they are found in the history.</summary>
    public static string SubjectOf(EarnOn on) =>
        on switch
        {
            EarnOn.Order => "order",
            EarnOn.Feedback => "ticket",
            EarnOn.SignUp => "customer",
            EarnOn.Review => "review",
            EarnOn.Referral or EarnOn.Referred => "referral",
        };

    public static IEnumerable<EarningOccasion> Of(IEvent happening, DateTimeOffset at) =>
        happening switch
        {
            // The value of orders is without cancelled and returned ones (contract: crm, Statistics), and so are the points; an order whose
            // worth isn't known yet earns once it is.
            OrderRecorded e =>
            [
                new()
                {
                    On = EarnOn.Order,
                    CustomerId = e.CustomerId,
                    Source = $"order/{e.OrderId:N}",
                    When = e.To.PlacedAt,
                    Counts = e.To.Counts,
                    Counted = e.From is { Counts: true },
                    Basis = e.To.Basis,
                    BasisBefore = Before(e),
                    IsHeld = e.To.IsUnsettled,
                    WasHeld = e.From is { IsUnsettled: true },
                    Reason = e.Number,
                },
            ],
            FeedbackGiven e =>
            [
                new()
                {
                    On = EarnOn.Feedback,
                    CustomerId = e.CustomerId,
                    Source = $"ticket/{e.TicketId:N}",
                    When = at,
                    Reason = e.Number,
                },
            ],
            CustomerAdded e =>
            [
                new()
                {
                    On = EarnOn.SignUp,
                    CustomerId = e.CustomerId,
                    Source = $"customer/{e.CustomerId:N}",
                    When = at,
                },
            ],
            // A review of something that its author has had: others cost nobody anything, and would be written for the points.
            ReviewChanged e =>
            [
                new()
                {
                    On = EarnOn.Review,
                    CustomerId = e.CustomerId,
                    Source = $"review/{e.ReviewId:N}",
                    When = at,
                    Counts = e.To.Earns,
                    Counted = e.From is { Earns: true },
                    Reason = e.Product,
                },
            ],
            IEarn e => e.Occasions(at),
            _ => [],
        };

    // Computed in another currency than before, since the company changed its own: what it earned stays.
    private static decimal? Before(OrderRecorded e) =>
        e.From is not { } from ? null
        : from.CountsIn == e.To.CountsIn ? from.Basis
        : e.To.Basis;
}
