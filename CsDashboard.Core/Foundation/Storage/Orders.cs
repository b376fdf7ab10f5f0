using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// The orders in which a list can be read: a closed list of words, each with an index behind it. The first is the usual one. What is equal
/// stands in the order of its id, so that no row comes on two pages.
/// <code>
/// static readonly Orders&lt;User> InOrder = new Orders&lt;User>(u => u.Id).By("name", u => u.FoldedName).By("created", u => u.CreatedAt);
/// return await InOrder.Read(users, place, u => new UserRow { … });
/// </code>
/// </summary>
internal sealed class Orders<T>(Expression<Func<T, Guid>> id)
{
    private const int MaxTake = 100;
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IQueryable<T>>> orders = [];

    public IReadOnlyCollection<string> Words => orders.Keys;

    public Orders<T> By<TKey>(string word, Expression<Func<T, TKey>> key)
    {
        orders.Add(word, (rows, down) => down ? rows.OrderByDescending(key).ThenByDescending(id) : rows.OrderBy(key).ThenBy(id));
        return this;
    }

    /// <summary>All rows in the order that the place names. Invalid for a word that there isn't.</summary>
    public IQueryable<T> Sorted(IQueryable<T> rows, ListPlace place) =>
        orders.TryGetValue(place.Sort is { Length: > 0 } word ? word : orders.Keys.First(), out var order)
            ? order(rows, place.Down)
            : throw Refusal.Invalid("sort", Foundation.Words.Of("Word_Unknown", string.Join(", ", orders.Keys)));

    public async Task<Slice<TRow>> Read<TRow>(IQueryable<T> rows, ListPlace place, Expression<Func<T, TRow>> shown)
    {
        var part = Sorted(rows, place).Skip(Math.Max(place.Skip, 0)).Take(Math.Clamp(place.Take, 1, MaxTake));
        return new Slice<TRow>(await part.Select(shown).ToListAsync(), await rows.CountAsync());
    }
}
