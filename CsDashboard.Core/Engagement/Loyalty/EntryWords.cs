using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Loyalty;

/// <summary>Why somebody got or lost points, in a title and a sentence.</summary>
internal static class EntryWords
{
    public static EntryView ViewOf(LoyaltyEntry e, EarningRule? rule, string language)
    {
        var (title, why) = Said(e, rule, language);
        return new()
        {
            Id = e.Id,
            At = e.At,
            Kind = e.Kind,
            Points = e.Points,
            BalanceAfter = e.BalanceAfter,
            Title = title,
            Why = why,
            AvailableFrom = e.AvailableFrom == PointLot.Held ? null : e.AvailableFrom,
            IsHeld = e.AvailableFrom == PointLot.Held,
            Written = e.RuleId is null && e.Source is null ? e.Reason : null,
            OrderId = e.Source is ['o', 'r', 'd', 'e', 'r', '/', .. var id] && Guid.TryParse(id, out var order) ? order : null,
            ExpiresAt = e.ExpiresAt,
        };
    }

    private static (string, string) Said(LoyaltyEntry e, EarningRule? rule, string language)
    {
        var (name, reason) = (rule?.NameIn(language) ?? Words.In(language, "Points_Rule"), e.Reason ?? "—");
        return e.Kind switch
        {
            EntryKind.Earned when e.Basis is { } basis => (
                Words.In(language, "Points_OrderTitle", reason),
                Words.In(language, "Points_OrderWhy", name, Amount(basis), Amount(e.Rate ?? 1))
            ),
            EntryKind.Earned => (name, Words.In(language, "Points_EarnedWhy", name, e.Points) + (e.Reason is null ? "" : " · " + e.Reason)),
            EntryKind.Redeemed => (Words.In(language, "Points_RedeemedTitle"), Words.In(language, "Points_RedeemedWhy", reason)),
            EntryKind.Expired => (Words.In(language, "Points_ExpiredTitle"), Words.In(language, "Points_ExpiredWhy")),
            EntryKind.Bonus when e.Source is not null => (Words.In(language, "Points_RewardTitle"), Words.In(language, "Points_RewardWhy")),
            EntryKind.Bonus => (Words.In(language, "Points_BonusTitle"), Words.In(language, "Points_BonusWhy", reason)),
            EntryKind.Reversed when e.Source is null => (
                Words.In(language, "Points_SettledTitle"),
                Words.In(language, "Points_SettledWhy")
            ),
            EntryKind.Reversed when e.EventId is null => (
                Words.In(language, "Points_TakenTitle"),
                Words.In(language, "Points_BonusWhy", reason)
            ),
            EntryKind.Reversed => (
                Words.In(language, "Points_ReversedTitle", e.Reason ?? name),
                e.Lifetime < e.Points ? Words.In(language, "Points_ReversedPartWhy", -e.Lifetime) : Words.In(language, "Points_ReversedWhy")
            ),
        };
    }

    private static string Amount(decimal amount) => amount.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture);
}
