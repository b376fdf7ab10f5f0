using System.Linq.Expressions;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>An order of products by one of their values, and by their ids where that is the same.</summary>
internal abstract class ShelfOrder
{
    public abstract IQueryable<Product> Sorted(IQueryable<Product> rows, bool down);

    public static ShelfOrder By<T>(Expression<Func<Product, T>> key) => new Of<T>(key);

    private sealed class Of<T>(Expression<Func<Product, T>> key) : ShelfOrder
    {
        public override IQueryable<Product> Sorted(IQueryable<Product> rows, bool down) =>
            down ? rows.OrderByDescending(key).ThenByDescending(p => p.Id) : rows.OrderBy(key).ThenBy(p => p.Id);
    }
}
