using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>
/// Questions that are asked often: published articles that were given a place in that list (contract: membership, Chat and FAQ). Read
/// without an account, as articles are.
/// </summary>
public sealed class Faq(Store store, MissedSearches missed)
{
    public static readonly IReadOnlyList<string> CategoryIds = ["account", "orders", "payments", "returns", "products", "technical"];
    private static readonly string[] Icons = ["user", "list", "vault", "undo", "tag", "settings"];
    private const int Topics = 3,
        AtMost = 500,
        Found = 10;

    /// <summary>The six categories, each with its three topics.</summary>
    public static IReadOnlyList<FaqCategory> Categories(string language) =>
        [
            .. CategoryIds.Select(
                (id, i) =>
                    new FaqCategory(
                        id,
                        Words.In(language, $"Faq_{id}"),
                        Icons[i],
                        Words.In(language, $"Faq_{id}_is"),
                        [.. Enumerable.Range(1, Topics).Select(n => Words.In(language, $"Faq_{id}_{n}"))]
                    )
            ),
        ];

    /// <summary>All questions, or those of one category, in their order. Invalid for an unknown category.</summary>
    public async Task<IReadOnlyList<FaqView>> List(Actor actor, string language, string? category = null)
    {
        var word = string.IsNullOrWhiteSpace(category) ? null : category.Trim().ToLowerInvariant();
        if (word is not null && !CategoryIds.Contains(word))
            throw Refusal.Invalid("category", Words.Of("Word_Unknown", string.Join(", ", CategoryIds)));
        return
        [
            .. (await Asked(actor))
                .Where(a => word is null || a.Category == word)
                .Select(a => (Article: a, Text: a.TextFor(language)))
                .Select(a => new FaqView(
                    a.Article.Id,
                    a.Article.Slug,
                    a.Text.Language,
                    a.Text.Title,
                    a.Text.Body,
                    a.Article.Category,
                    a.Article.Helpful,
                    a.Article.Views
                )),
        ];
    }

    /// <summary>
    /// At most ten questions that contain, answers included, every word of the text, even inside longer words; those with the most of them
    /// in the question first (contract: membership, Chat and FAQ). The reader's language comes before the other one. What is not
    /// found is counted. Invalid without a text.
    /// </summary>
    public async Task<IReadOnlyList<FaqHit>> Search(Actor actor, string? query, string language)
    {
        var text = query?.Replace('\0', ' ').Trim() ?? "";
        if (text.Length is 0 or > 200)
            throw Refusal.Invalid("query", text.Length == 0 ? Words.Of("Text_Required") : Words.Of("Text_TooLong", 200));
        var sought = Sought.For(text)!;
        List<FaqHit> hits =
        [
            .. (await Asked(actor))
                .Select(a =>
                    (
                        Article: a,
                        Text: a.Texts.OrderByDescending(t => t.Language == language).FirstOrDefault(t => sought.In(t.Title, t.Body))
                    )
                )
                .Where(a => a.Text is not null)
                .Select(a => new FaqHit(
                    a.Article.Id,
                    a.Article.Slug,
                    a.Text!.Language,
                    a.Text.Title,
                    a.Text.Body,
                    a.Article.Category,
                    sought.Pieces.Count(piece => piece.In(a.Text.Title)) * 100 / sought.Pieces.Count
                ))
                .OrderByDescending(hit => hit.Relevance)
                .Take(Found),
        ];
        if (hits.Count == 0)
            await missed.Note(actor, text, language);
        return hits;
    }

    private async Task<List<Article>> Asked(Actor actor)
    {
        await using var db = store.Open(actor);
        return await db
            .PublicArticles.Where(a => a.FaqPlace != null)
            .Include(a => a.Texts)
            .OrderBy(a => a.FaqPlace)
            .ThenBy(a => a.Slug)
            .Take(AtMost)
            .ToListAsync();
    }
}
