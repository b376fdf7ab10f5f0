using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation.Events;
using CsDashboard.Marketplace;

namespace CsDashboard.Engagement;

/// <summary>
/// Something that may earn points, as an event tells it: for whom, what it is for, whether it counts now and did before, and
/// the amounts of both. The rules and the preview of a rule look at this and at nothing else.
/// </summary>
internal sealed record Occasion(EarnOn On, Guid CustomerId, string Source, DateTimeOffset When, bool Counts = true, bool Counted = false, decimal Basis = 1, decimal? BasisBefore = null, string? Reason = null)
{
    /// <summary>The kinds of thing that events of a word are about, by which the history finds them.</summary>
    public static string SubjectOf(EarnOn on) => on switch { EarnOn.Order => "order", EarnOn.Feedback => "ticket", EarnOn.SignUp => "customer", EarnOn.Review => "review", EarnOn.Referral or EarnOn.Referred => "referral" };

    public static IEnumerable<Occasion> Of(IEvent happening, DateTimeOffset at) => happening switch
    {
        // The value of orders is without cancelled and returned ones (rules.md 004), and so are the points; one whose worth isn't known yet earns when it is.
        OrderRecorded e => [new(EarnOn.Order, e.CustomerId, $"order/{e.OrderId:N}", e.To.PlacedAt, e.To.Counts, e.From is { Counts: true }, e.To.Basis, Before(e), e.Number)],
        FeedbackGiven e => [new(EarnOn.Feedback, e.CustomerId, $"ticket/{e.TicketId:N}", at, Reason: e.Number)],
        CustomerAdded e => [new(EarnOn.SignUp, e.CustomerId, $"customer/{e.CustomerId:N}", at)],
        // The order is not the referrer's own.
        IReferralTurn e => [
            new(EarnOn.Referral, e.ReferrerId, Referral.SourceOf(e.ReferralId), at, e.Completes, !e.Completes),
            new(EarnOn.Referred, e.RefereeId, $"referred/{e.ReferralId:N}", at, e.Completes, !e.Completes, Reason: e.OrderNumber)],
        _ => [],
    };

    // Reckoned in another currency than before, since the company has changed its own: what it earned stays.
    private static decimal? Before(OrderRecorded e) => e.From is not { } from ? null : from.CountsIn == e.To.CountsIn ? from.Basis : e.To.Basis;
}
