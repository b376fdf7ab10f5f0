namespace CsDashboard.Engagement.Loyalty;

/// <summary>Loyalty tiers from least to most; not the membership tier of the record (contract C16).</summary>
public enum LoyaltyTier
{
    Bronze,
    Silver,
    Gold,
    Platinum,
}
