namespace CsDashboard.Engagement.Loyalty;

/// <summary>
/// What a tier is: its bounds by points earned in a lifetime (contract C15), its discount in percent and its benefits
/// (contract: membership, Loyalty tiers).
/// </summary>
public sealed record TierTerms(LoyaltyTier Tier, string Icon, long MinPoints, long MaxPoints, int Discount)
{
    /// <summary>In the order of the tiers.</summary>
    public static readonly IReadOnlyList<TierTerms> All =
    [
        new(LoyaltyTier.Bronze, "🥉", 0, 1_000, 5),
        new(LoyaltyTier.Silver, "🥈", 1_001, 5_000, 10),
        new(LoyaltyTier.Gold, "🥇", 5_001, 10_000, 15),
        new(LoyaltyTier.Platinum, "💎", 10_001, 999_999, 20),
    ];

    public static TierTerms Of(LoyaltyTier tier) => All[(int)tier];

    /// <summary>The tier for a number of points earned; beyond the last bound it stays the last.</summary>
    public static LoyaltyTier At(long lifetime) => All.Last(t => lifetime >= t.MinPoints || t.Tier == LoyaltyTier.Bronze).Tier;

    /// <summary>The next tier up; null on the last.</summary>
    public TierTerms? Next => (int)Tier + 1 < All.Count ? All[(int)Tier + 1] : null;

    /// <summary>In the language of the person.</summary>
    public IReadOnlyList<string> Benefits =>
        Tier switch
        {
            LoyaltyTier.Bronze => [Words.Of("Tier_Discount", Discount), Words.Of("Tier_BasicSupport")],
            LoyaltyTier.Silver => [Words.Of("Tier_Discount", Discount), Words.Of("Tier_PrioritySupport"), Words.Of("Tier_FreeShipping")],
            LoyaltyTier.Gold =>
            [
                Words.Of("Tier_Discount", Discount),
                Words.Of("Tier_VipSupport"),
                Words.Of("Tier_FreeShipping"),
                Words.Of("Tier_ExclusiveOffers"),
            ],
            LoyaltyTier.Platinum =>
            [
                Words.Of("Tier_Discount", Discount),
                Words.Of("Tier_AccountManager"),
                Words.Of("Tier_TopPriority"),
                Words.Of("Tier_FreeShipping"),
                Words.Of("Tier_ExclusiveOffers"),
            ],
        };

    public static string NameOf(LoyaltyTier tier) =>
        tier switch
        {
            LoyaltyTier.Bronze => Words.Of("Tier_Bronze"),
            LoyaltyTier.Silver => Words.Of("Tier_Silver"),
            LoyaltyTier.Gold => Words.Of("Tier_Gold"),
            LoyaltyTier.Platinum => Words.Of("Tier_Platinum"),
        };

    /// <summary>A tier by its word, in any case; null for an unknown word.</summary>
    public static TierTerms? Read(string? word) =>
        All.FirstOrDefault(t => t.Tier.ToString().Equals(word, StringComparison.OrdinalIgnoreCase));
}
