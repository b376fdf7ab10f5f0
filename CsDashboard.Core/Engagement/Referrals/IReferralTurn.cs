using CsDashboard.Engagement.Loyalty;

namespace CsDashboard.Engagement.Referrals;

/// <summary>A referral became complete, or no longer is: the points of both sides depend on it.</summary>
internal interface IReferralTurn : IEarn
{
    Guid ReferralId { get; }
    Guid ReferrerId { get; }
    Guid RefereeId { get; }
    string OrderNumber { get; }
    bool Completes { get; }

    IEnumerable<EarningOccasion> IEarn.Occasions(DateTimeOffset at) =>
        [
            // The order is not the referrer's own.
            new()
            {
                On = EarnOn.Referral,
                CustomerId = ReferrerId,
                Source = Referral.SourceOf(ReferralId),
                When = at,
                Counts = Completes,
                Counted = !Completes,
            },
            new()
            {
                On = EarnOn.Referred,
                CustomerId = RefereeId,
                Source = $"referred/{ReferralId:N}",
                When = at,
                Counts = Completes,
                Counted = !Completes,
                Reason = OrderNumber,
            },
        ];
}
