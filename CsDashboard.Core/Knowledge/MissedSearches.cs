using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>
/// What customers and visitors looked for in the help and did not find: the words, how often, when last, and nothing of who they were.
/// </summary>
public sealed class MissedSearches(Store store)
{
    /// <summary>How many are remembered; beyond that those go that were asked once, and longest ago.</summary>
    public const int Most = 500;
    private const int ShortestNumber = 5;

    /// <summary>Most asked first.</summary>
    public async Task<IReadOnlyList<MissedSearchView>> List(Actor actor, int most)
    {
        actor.Demand(KnowledgeRights.Draft);
        await using var db = store.Open(actor);
        return await db
            .MissedSearches.OrderByDescending(m => m.Count)
            .ThenByDescending(m => m.LastAt)
            .ThenBy(m => m.Words)
            .Take(Math.Clamp(most, 1, Most))
            .Select(m => new MissedSearchView(m.Words, m.Said, m.Language, m.Count, m.LastAt))
            .ToListAsync();
    }

    /// <summary>Takes one from the list. Safe to repeat.</summary>
    public async Task Dismiss(Actor actor, string words)
    {
        actor.Demand(KnowledgeRights.Draft);
        await store.Write(actor, db => db.MissedSearches.Where(m => m.Words == words).ExecuteDeleteAsync());
    }

    /// <summary>
    /// Nothing was found for this text. Staff who look are not counted, nor is a text that is too long for a question or that names a
    /// person: an address of mail, or a number of five digits.
    /// </summary>
    internal async Task Note(Actor actor, string? text, string language)
    {
        var said = Lines.Clean(text) ?? "";
        var words = string.Join(' ', Folding.Words(said).Select(w => w.Text));
        if (
            actor.Role is Role.Agent or Role.Admin or Role.Service
            || words.Length < 2
            || Math.Max(words.Length, said.Length) > MissedSearch.MaxWords
            || said.Contains('@', StringComparison.Ordinal)
            || said.Count(char.IsDigit) >= ShortestNumber
        )
            return;
        await store.Write(
            actor,
            async db =>
            {
                var known = await db.MissedSearches.SingleOrDefaultAsync(m => m.Words == words);
                if (known is null)
                {
                    await MakeRoom(db);
                    db.MissedSearches.Add(
                        known = new MissedSearch
                        {
                            Words = words,
                            Said = said,
                            Language = language,
                        }
                    );
                }
                (known.Said, known.Language, known.Count, known.LastAt) = (said, language, known.Count + 1, actor.Now);
            }
        );
    }

    private static async Task MakeRoom(AppDb db)
    {
        if (await db.MissedSearches.CountAsync() < Most)
            return;
        var least = await db.MissedSearches.OrderBy(m => m.Count).ThenBy(m => m.LastAt).Select(m => m.Words).FirstAsync();
        await db.MissedSearches.Where(m => m.Words == least).ExecuteDeleteAsync();
    }
}
