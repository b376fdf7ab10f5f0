using CsDashboard.Marketplace.Reviews;

namespace CsDashboard.Web.Marketplace;

/// <summary>How reviews, questions and answers are shown.</summary>
internal static class ReviewLook
{
    public static IEnumerable<PostDoubt> Doubts(PostDoubt doubt) =>
        Enum.GetValues<PostDoubt>().Where(d => d != PostDoubt.None && doubt.HasFlag(d));

    public static string Tone(PostState state) =>
        state switch
        {
            PostState.Published => "success",
            PostState.Held => "warning",
            PostState.Rejected => "danger",
        };

    /// <summary>Who was erased has no name any more.</summary>
    public static string Name(Review review) => review.Name.Length == 0 ? ReviewTexts.Get("Someone") : review.Name;
}
