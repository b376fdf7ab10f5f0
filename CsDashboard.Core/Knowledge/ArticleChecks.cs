using System.Text;

namespace CsDashboard.Knowledge;

/// <summary>What an article that is to be written must be.</summary>
internal static class ArticleChecks
{
    private const int MaxPlace = 1_000,
        MaxYears = 10;

    public static void DemandPlace(ArticleInput input)
    {
        if (input.FaqPlace is < 0 or > MaxPlace)
            throw Refusal.Invalid("faqPlace", Words.Of("Number_Between", 0, MaxPlace));
        if (input.FaqPlace is not null && !Faq.CategoryIds.Contains(input.Category!.Trim()))
            throw Refusal.Invalid("faqPlace", Words.Of("Faq_Category"));
        if (input.FaqPlace is not null && input.Internal)
            throw Refusal.Invalid("faqPlace", Words.Of("Faq_Internal"));
    }

    public static void DemandTimes(Actor actor, ArticleInput input)
    {
        foreach (var (field, at) in new[] { ("publishAt", input.Publish ? null : input.PublishAt), ("archiveAt", input.ArchiveAt) })
        {
            if (at <= actor.Now)
                throw Refusal.Invalid(field, Words.Of("Article_Past"));
            at?.NotAfter(actor.Now.AddYears(MaxYears), field);
        }
        if (!input.Publish && input.ArchiveAt <= input.PublishAt)
            throw Refusal.Invalid("archiveAt", Words.Of("Article_ArchiveFirst"));
        DemandDay(actor, input.VerifyBy);
    }

    public static void DemandDay(Actor actor, DateOnly? day)
    {
        if (day is { } on && (on.Year < 2000 || on > DateOnly.FromDateTime(actor.Now.UtcDateTime).AddYears(MaxYears)))
            throw Refusal.Invalid("verifyBy", Words.Of("Article_Day", MaxYears));
    }

    /// <summary>The languages that are written. Invalid for none, and for one of which only a half is there.</summary>
    public static List<(string Language, string Title, string Body)> Texts(ArticleInput input)
    {
        var texts = new List<(string, string, string)>();
        foreach (
            var (language, title, body, ofTitle, ofBody) in new[]
            {
                ("en", input.Title, input.Body, "title", "body"),
                ("ar", input.TitleAr, input.BodyAr, "titleAr", "bodyAr"),
            }
        )
        {
            if (string.IsNullOrWhiteSpace(title) && string.IsNullOrWhiteSpace(body))
                continue;
            if (string.IsNullOrWhiteSpace(title))
                throw Refusal.Invalid(ofTitle, Words.Of("Text_Required"));
            if (string.IsNullOrWhiteSpace(body))
                throw Refusal.Invalid(ofBody, Words.Of("Text_Required"));
            texts.Add((language, title.Trim(), body.Trim()));
        }
        return texts.Count > 0 ? texts : throw Refusal.Invalid("title", Words.Of("Article_Texts"));
    }

    /// <summary>The name in addresses: as it is given, else from the English title.</summary>
    public static string Slug(ArticleInput input) => Slugs.Of(input.Slug, input.Title);
}
