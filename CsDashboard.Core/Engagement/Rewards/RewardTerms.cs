using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Engagement.Rewards;

/// <summary>What a kind of reward is worth at a company. Without a row, what membership gave (contract: membership, Rewards).</summary>
public sealed class RewardTerms : ITenantOwned
{
    public Guid TenantId { get; set; }
    public RewardKind Kind { get; init; }
    public int Points { get; private set; }

    /// <summary>Percent.</summary>
    public int Discount { get; private set; }

    /// <summary>Days in which it can be claimed; for a holiday, the holiday's own number counts.</summary>
    public int ValidDays { get; private set; }
    public bool IsOn { get; private set; } = true;

    internal static IReadOnlyList<RewardTerms> Defaults { get; } =
    [
        Of(RewardKind.Birthday, 500, 25, 30),
        Of(RewardKind.Anniversary, 300, 15, 30),
        Of(RewardKind.Holiday, 200, 10, 7),
        Of(RewardKind.Milestone, 400, 20, 60),
    ];

    private static RewardTerms Of(RewardKind kind, int points, int discount, int days) =>
        new()
        {
            Kind = kind,
            Points = points,
            Discount = discount,
            ValidDays = days,
        };

    public string Icon =>
        Kind switch
        {
            RewardKind.Birthday => "🎂",
            RewardKind.Anniversary => "🎉",
            RewardKind.Holiday => "🌙",
            RewardKind.Milestone => "🏆",
        };

    internal TermsInput Facts =>
        new()
        {
            Points = Points,
            Discount = Discount,
            ValidDays = ValidDays,
            IsOn = IsOn,
        };

    internal void Take(TermsInput input) =>
        (Points, Discount, ValidDays, IsOn) = (input.Points!.Value, input.Discount!.Value, input.ValidDays!.Value, input.IsOn);
}
