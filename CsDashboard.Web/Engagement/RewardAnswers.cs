using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Rewards;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

public sealed record RewardAnswer
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required int Points { get; init; }
    public required int Discount { get; init; }
    public required DateTimeOffset EventDate { get; init; }
    public required bool Claimed { get; init; }
    public required DateTimeOffset? ClaimedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public required string State { get; init; }
    public required string? Code { get; init; }
    public required IReadOnlyList<string> Terms { get; init; }

    internal static RewardAnswer Of(RewardView r) =>
        new()
        {
            Id = r.Id,
            Type = Word.Of(r.Kind),
            Title = r.Title,
            Description = r.Description,
            Points = r.Points,
            Discount = r.Discount,
            EventDate = r.EventDate,
            Claimed = r.ClaimedAt is not null,
            ClaimedAt = r.ClaimedAt,
            ExpiresAt = r.ExpiresAt,
            State = r.State.ToString().ToLowerInvariant(),
            Code = r.Code,
            Terms = r.Terms,
        };
}

public sealed record UpcomingAnswer(
    string Id,
    string Type,
    string Title,
    int DaysUntil,
    int Points,
    int Discount,
    DateTimeOffset EventDate
);

public sealed record ClaimedReward(string Id, int Points, int Discount, string? Code);

public sealed record ClaimAnswer(bool Success, string Message, ClaimedReward Reward, int Points, int Discount);

public sealed record KindAnswer
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required string Icon { get; init; }
    public required string Description { get; init; }
    public required int Points { get; init; }
    public required int Discount { get; init; }
    public required string Frequency { get; init; }
    public required int ValidDays { get; init; }
}
