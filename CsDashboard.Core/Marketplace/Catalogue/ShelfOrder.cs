using System.Globalization;
using System.Linq.Expressions;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>An order of products by one of their values, and by their ids where that is the same.</summary>
internal abstract class ShelfOrder
{
    public abstract IQueryable<Product> Sorted(IQueryable<Product> rows, bool down);

    /// <summary>Those that come after a place, in that direction. All of them for a place of another order.</summary>
    public abstract IQueryable<Product> Beyond(IQueryable<Product> rows, ShelfPlace place, bool down);

    /// <summary>The value as a place has it.</summary>
    public abstract string KeyOf(Product product);

    public static ShelfOrder By<T>(Expression<Func<Product, T>> key, Func<T, string> write, Func<string, T> read) =>
        new Of<T>(key, write, read);

    public static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private sealed class Of<T>(Expression<Func<Product, T>> key, Func<T, string> write, Func<string, T> read) : ShelfOrder
    {
        private readonly Func<Product, T> value = key.Compile();

        public override string KeyOf(Product product) => write(value(product));

        public override IQueryable<Product> Sorted(IQueryable<Product> rows, bool down) =>
            down ? rows.OrderByDescending(key).ThenByDescending(p => p.Id) : rows.OrderBy(key).ThenBy(p => p.Id);

        public override IQueryable<Product> Beyond(IQueryable<Product> rows, ShelfPlace place, bool down)
        {
            T known;
            try
            {
                known = read(place.Key);
            }
            catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
            {
                return rows;
            }
            // Fields of an object become parameters of the statement.
            var (product, at) = (key.Parameters[0], Expression.Constant(new Place(known, place.Id)));
            var (mine, its) = (key.Body, Expression.Property(at, nameof(Place.Key)));
            var (id, itsId) = (Expression.Property(product, nameof(Product.Id)), Expression.Property(at, nameof(Place.Id)));
            return rows.Where(
                Expression.Lambda<Func<Product, bool>>(
                    Expression.OrElse(Further(mine, its, down), Expression.AndAlso(Expression.Equal(mine, its), Further(id, itsId, down))),
                    product
                )
            );
        }

        private static Expression Further(Expression one, Expression other, bool down)
        {
            if (one.Type == typeof(string))
                (one, other) = (Expression.Call(typeof(string), nameof(string.Compare), null, one, other), Expression.Constant(0));
            return down ? Expression.LessThan(one, other) : Expression.GreaterThan(one, other);
        }

        private sealed record Place(T Key, Guid Id);
    }
}
