using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// A read whose expression EF looks at once: doing that for every call costs more than the fifty rows it brings. The expression may use the
/// database and the properties of one record of values, which become parameters of the statement, at most fifteen.
/// <code>
/// static readonly CompiledRead&lt;OneTicket, Found> Look = new((db, v) => db.Set&lt;Ticket>().Where(t => t.Id == v.Id).Select(…));
/// var found = await Look.First(db, new OneTicket(id));
/// </code>
/// </summary>
internal sealed class CompiledRead<TValues, TRow>(Expression<Func<AppDb, TValues, IQueryable<TRow>>> query)
{
    // A compiled query belongs to the model of one provider.
    private readonly ConcurrentDictionary<Type, Func<AppDb, TValues, IAsyncEnumerable<TRow>>> compiled = new();

    public IAsyncEnumerable<TRow> Rows(AppDb db, TValues values) =>
        compiled.GetOrAdd(db.GetType(), static (_, q) => Compile(q), query)(db, values);

    public async Task<List<TRow>> List(AppDb db, TValues values, CancellationToken cancellation = default)
    {
        var rows = new List<TRow>();
        await foreach (var row in Rows(db, values).WithCancellation(cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>The first row, or nothing.</summary>
    public async Task<TRow?> First(AppDb db, TValues values, CancellationToken cancellation = default)
    {
        await foreach (var row in Rows(db, values).WithCancellation(cancellation))
            return row;
        return default;
    }

    /// <summary>
    /// One that is put together by steps: what the function does to the tables, which it gets from <see cref="Parts"/>, is the expression.
    /// The lambdas in it take db and values from there, too.
    /// </summary>
    public static CompiledRead<TValues, TRow> Of(Func<Parts, IQueryable<TRow>> compose)
    {
        var parts = new Parts();
        var body = new Given(parts.Db).Visit(compose(parts).Expression);
        return new(
            Expression.Lambda<Func<AppDb, TValues, IQueryable<TRow>>>(body, parts.Db, Expression.Parameter(typeof(TValues), "values"))
        );
    }

    private static Func<AppDb, TValues, IAsyncEnumerable<TRow>> Compile(Expression<Func<AppDb, TValues, IQueryable<TRow>>> query)
    {
        var (db, values, scalars) = (query.Parameters[0], Expression.Parameter(typeof(TValues), "values"), new Scalars());
        var statement = Expression.Lambda(scalars.Visit(query.Body), [db, .. scalars.Used.Values]);
        var run = typeof(EF)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(m => m.Name == nameof(EF.CompileAsyncQuery) && m.GetGenericArguments().Length == scalars.Used.Count + 2 && GivesRows(m))
            .MakeGenericMethod([typeof(AppDb), .. scalars.Used.Values.Select(p => p.Type), typeof(TRow)])
            .Invoke(null, [statement])!;
        var call = Expression.Invoke(
            Expression.Constant(run),
            [db, .. scalars.Used.Keys.Select(property => Expression.Property(values, property))]
        );
        return Expression.Lambda<Func<AppDb, TValues, IAsyncEnumerable<TRow>>>(call, db, values).Compile();
    }

    private static bool GivesRows(MethodInfo method) =>
        method.GetParameters()[0].ParameterType.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } result
        && result.GetGenericTypeDefinition() == typeof(IQueryable<>);

    /// <summary>
    /// Where a composed expression begins. <see cref="Values"/> and <see cref="Database"/> stand for themselves inside lambdas and hold
    /// nothing.
    /// </summary>
    public sealed class Parts
    {
        internal ParameterExpression Db { get; } = Expression.Parameter(typeof(AppDb), "db");
        public TValues Values => default!;
        public AppDb Database => null!;

        public IQueryable<T> Set<T>()
            where T : class => new EnumerableQuery<T>(Expression.Call(Db, nameof(DbContext.Set), [typeof(T)]));

        /// <summary>As <c>Take</c>, whose count is no expression, with a count that is given later.</summary>
        public IQueryable<T> Take<T>(IQueryable<T> rows, Expression<Func<TValues, int>> count) =>
            new EnumerableQuery<T>(Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], rows.Expression, count.Body));
    }

    // In the lambdas of a composed expression, the captured parts stand for the parameter.
    private sealed class Given(ParameterExpression db) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node) =>
            node.Type == typeof(AppDb) && node.Member.DeclaringType == typeof(Parts) ? db : base.VisitMember(node);
    }

    // Each property of the values that is used becomes a parameter of its own, since EF takes no properties of parameters.
    private sealed class Scalars : ExpressionVisitor
    {
        public SortedDictionary<PropertyInfo, ParameterExpression> Used { get; } =
            new(Comparer<PropertyInfo>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name)));

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Member is not PropertyInfo property || property.DeclaringType != typeof(TValues))
                return base.VisitMember(node);
            if (!Used.TryGetValue(property, out var parameter))
                Used[property] = parameter = Expression.Parameter(property.PropertyType, property.Name);
            return parameter;
        }
    }
}
