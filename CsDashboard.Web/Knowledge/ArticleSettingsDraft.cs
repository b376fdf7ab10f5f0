using System.Text.Json;
using CsDashboard.Knowledge;

namespace CsDashboard.Web.Knowledge;

/// <summary>What is said of an article beside its texts, as its writer's draft keeps it until it is saved.</summary>
internal sealed record ArticleSettingsDraft
{
    public string? Category { get; init; }
    public string? Slug { get; init; }
    public int? FaqPlace { get; init; }
    public bool Internal { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? ArchiveAt { get; init; }
    public Guid? OwnerId { get; init; }
    public DateOnly? VerifyBy { get; init; }

    public static string Of(ArticleInput input) =>
        JsonSerializer.Serialize(
            new ArticleSettingsDraft
            {
                Category = input.Category,
                Slug = input.Slug,
                FaqPlace = input.FaqPlace,
                Internal = input.Internal,
                PublishAt = input.PublishAt,
                ArchiveAt = input.ArchiveAt,
                OwnerId = input.OwnerId,
                VerifyBy = input.VerifyBy,
            }
        );

    /// <summary>Into the form; a draft that cannot be read is none. The name in addresses stays that of an article that is there.</summary>
    public static void Into(ArticleInput input, string? kept, bool isNew)
    {
        if (kept is null || Read(kept) is not { } draft)
            return;
        (input.Category, input.FaqPlace, input.Internal) = (draft.Category, draft.FaqPlace, draft.Internal);
        (input.PublishAt, input.ArchiveAt) = (draft.PublishAt, draft.ArchiveAt);
        (input.OwnerId, input.VerifyBy) = (draft.OwnerId, draft.VerifyBy);
        if (isNew)
            input.Slug = draft.Slug;
    }

    private static ArticleSettingsDraft? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<ArticleSettingsDraft>(kept);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
