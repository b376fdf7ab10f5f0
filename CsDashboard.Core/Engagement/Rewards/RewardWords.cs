using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Rewards;

internal static class RewardWords
{
    public static string TitleOf(RewardKind kind, string key, IReadOnlyList<Holiday> holidays, string language)
    {
        var parts = key.Split('-');
        return kind switch
        {
            RewardKind.Birthday => Words.In(language, "Reward_Birthday"),
            RewardKind.Anniversary => Words.In(language, "Reward_Anniversary"),
            RewardKind.Holiday => holidays
                .FirstOrDefault(h => h.Id.ToString("N").EndsWith(parts[1], StringComparison.Ordinal))
                ?.NameIn(language)
                ?? Words.In(language, "Reward_Holiday"),
            RewardKind.Milestone when parts[1] == "orders" => Words.In(language, "Reward_MilestoneOrders", parts[2]),
            RewardKind.Milestone => Words.In(language, "Reward_MilestoneTier", Words.In(language, TierOf(key))),
        };
    }

    /// <summary>The key of the tier that a milestone names last.</summary>
    internal static string TierOf(string key) =>
        key[(key.LastIndexOf('-') + 1)..] is { Length: > 0 } tier ? "Tier_" + char.ToUpperInvariant(tier[0]) + tier[1..] : key;

    public static string KindOf(RewardKind kind, string language) =>
        Words.In(
            language,
            kind switch
            {
                RewardKind.Birthday => "Reward_Birthday",
                RewardKind.Anniversary => "Reward_Anniversary",
                RewardKind.Holiday => "Reward_Holiday",
                RewardKind.Milestone => "Reward_Milestone",
            }
        );

    public static string FrequencyOf(RewardKind kind, string language) =>
        Words.In(
            language,
            kind switch
            {
                RewardKind.Birthday or RewardKind.Anniversary => "Reward_Yearly",
                RewardKind.Holiday => "Reward_Several",
                RewardKind.Milestone => "Reward_Variable",
            }
        );

    public static string Worth(int points, int discount, string language) => Words.In(language, "Reward_Worth", points, discount);
}
