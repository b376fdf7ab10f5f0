using System.Globalization;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>The words of every searchable text, newest texts first. Rows keep their numbers, which give the order of hits.</summary>
internal sealed class RefoldedIndex(ISearchIndex index, IEnumerable<IHaveTexts> rooms) : IKeepFolded
{
    private const int AtOnce = 30;

    public string Kept => "search";

    public async Task<string?> FoldSome(AppDb db, string? after)
    {
        var before = after is null ? long.MaxValue : long.Parse(after, CultureInfo.InvariantCulture);
        var rows = await Everywhere(db)
            .AsNoTracking()
            .Where(d => d.Id < before)
            .OrderByDescending(d => d.Id)
            .Take(AtOnce)
            .Select(d => new
            {
                d.Id,
                d.TenantId,
                d.Kind,
                d.SubjectId,
            })
            .ToListAsync();
        foreach (var some in rows.GroupBy(r => (r.TenantId, r.Kind)))
        {
            db.Switch(Actor.System(some.Key.TenantId));
            var room =
                rooms.SingleOrDefault(r => r.Kinds.Contains(some.Key.Kind))
                ?? throw new InvalidOperationException($"No room tells what a {some.Key.Kind} says.");
            var texts = await room.Texts(db, some.Key.Kind, [.. some.Select(r => r.SubjectId)]);
            foreach (var text in texts)
                await index.Put(db, text);
            foreach (var gone in some.Select(r => r.SubjectId).Except(texts.Select(t => t.SubjectId)))
                await index.Remove(db, some.Key.Kind, gone);
        }
        return rows.Count < AtOnce ? null : rows[^1].Id.ToString(CultureInfo.InvariantCulture);
    }

#pragma warning disable RS0030 // One walk through the index of every company; each text is then read and put as its own.
    private static IQueryable<IndexedText> Everywhere(AppDb db) => db.IndexedTexts.IgnoreQueryFilters();
#pragma warning restore RS0030
}
