using System.Resources;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Engagement;

/// <summary>Tones and icons of points and rewards, as every place shows them.</summary>
internal static class LoyaltyLook
{
    public static string Tone(EntryKind kind) =>
        kind switch
        {
            EntryKind.Earned => "success",
            EntryKind.Bonus => "accent",
            EntryKind.Redeemed => "info",
            EntryKind.Expired => "neutral",
            EntryKind.Reversed => "warning",
        };

    public static string Icon(EntryKind kind) =>
        kind switch
        {
            EntryKind.Earned => "plus",
            EntryKind.Bonus => "gift",
            EntryKind.Redeemed => "tag",
            EntryKind.Expired => "clock",
            EntryKind.Reversed => "undo",
        };

    public static string Icon(RewardKind kind) =>
        kind switch
        {
            RewardKind.Birthday => "gift",
            RewardKind.Anniversary => "calendar",
            RewardKind.Holiday => "moon",
            RewardKind.Milestone => "sparkles",
        };

    public static string Icon(EarnOn on) =>
        on switch
        {
            EarnOn.Order => "tag",
            EarnOn.Referral or EarnOn.Referred => "users",
            EarnOn.Review => "star",
            EarnOn.Feedback => "message",
            EarnOn.SignUp => "user",
        };

    /// <summary>"+210" or "−60".</summary>
    public static string Points(long points) =>
        (
            points > 0 ? (Show.IsArabic ? "\u061C+" : "+")
            : points < 0 ? (Show.IsArabic ? "\u061C−" : "−")
            : ""
        ) + Show.Number(Math.Abs(points));
}
