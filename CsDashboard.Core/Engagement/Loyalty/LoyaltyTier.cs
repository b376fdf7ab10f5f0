namespace CsDashboard.Engagement.Loyalty;

/// <summary>Loyalty tiers from least to most; another thing than the membership tier of the record (rule C16).</summary>
public enum LoyaltyTier { Bronze, Silver, Gold, Platinum }
