using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>What staff learn of the searches in their shop.</summary>
public sealed class SearchFigures(Store store, SearchLog log)
{
    private const int Top = 10;

    /// <summary>
    /// Of so many days until today, of all words or of these. Invalid (days) outside 1 to 365. Days are UTC, the last one is today; those
    /// without a search are left out.
    /// </summary>
    public async Task<SearchSummary> Summary(Actor actor, string? text = null, int days = 30)
    {
        actor.Demand(MarketRights.See);
        Demand("days", days, 365);
        await log.Write(actor with { Once = null });
        await using var db = store.Open(actor);
        var rows = Since(db, actor, days);
        var words = rows.Where(r => r.Kind == SearchedKind.Words);
        if (Folding.Fold(text ?? "") is { Length: > 0 } folded)
            words = words.Where(r => r.Words == folded);
        var daily = await words.GroupBy(r => r.Day).Select(g => new SearchTrend(g.Key, g.Sum(r => r.Count))).ToListAsync();
        return new(daily.Sum(d => d.Count), [.. daily.Where(d => d.Count > 0).OrderBy(d => d.Day)])
        {
            Categories = await Most(rows.Where(r => r.Kind == SearchedKind.Category), Top),
            Brands = await Most(rows.Where(r => r.Kind == SearchedKind.Brand), Top),
        };
    }

    /// <summary>The words that were looked for most, with what became of them. Invalid (days, size) outside 1 to 30 and 1 to 50.</summary>
    public async Task<IReadOnlyList<SearchedWords>> Popular(Actor actor, int days = 7, int size = 10)
    {
        actor.Demand(MarketRights.See);
        Demand("days", days, 30);
        Demand("size", size, 50);
        await log.Write(actor with { Once = null });
        await using var db = store.Open(actor);
        return [.. (await All(db, actor, days)).OrderByDescending(w => w.Count).ThenBy(w => w.Words, StringComparer.Ordinal).Take(size)];
    }

    /// <summary>For admins: those that found nothing, or only what was corrected; most first, at most fifty.</summary>
    public async Task<IReadOnlyList<SearchedWords>> Missed(Actor actor, int days = 30)
    {
        actor.Demand(MarketRights.Manage);
        Demand("days", days, 365);
        await log.Write(actor with { Once = null });
        await using var db = store.Open(actor);
        return
        [
            .. (await All(db, actor, days))
                .Where(w => w.Missed > 0)
                .OrderByDescending(w => w.Missed)
                .ThenBy(w => w.Words, StringComparer.Ordinal)
                .Take(50),
        ];
    }

    private static IQueryable<SearchedDay> Since(AppDb db, Actor actor, int days)
    {
        var first = DateOnly.FromDateTime(actor.Now.UtcDateTime).AddDays(1 - days);
        return db.SearchedDays.AsNoTracking().Where(s => s.Day >= first);
    }

    private static async Task<IEnumerable<SearchedWords>> All(AppDb db, Actor actor, int days) =>
        (await Since(db, actor, days).Where(r => r.Kind == SearchedKind.Words).OrderBy(r => r.Day).ToListAsync())
            .GroupBy(r => r.Words)
            .Select(g => new SearchedWords(g.Key, g.Last().Said, g.Sum(r => r.Count), g.Sum(r => r.Missed), g.Sum(r => r.Opened)));

    private static async Task<IReadOnlyList<SearchedWords>> Most(IQueryable<SearchedDay> rows, int most) =>
        (await rows.GroupBy(r => r.Words).Select(g => new { g.Key, Count = g.Sum(r => r.Count) }).ToListAsync())
            .OrderByDescending(g => g.Count)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(most)
            .Select(g => new SearchedWords(g.Key, g.Key, g.Count, 0, 0))
            .ToList();

    private static void Demand(string field, int value, int most)
    {
        if (value < 1 || value > most)
            throw Refusal.Invalid(field, Words.Of("Range_Beyond", 1, most));
    }
}
