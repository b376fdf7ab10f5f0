using System.Collections.Concurrent;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// The one projection of a ticket in a list. The list that is read most is compiled once, since EF's work on the expression costs more than
/// its fifty rows (CsDashboard.Bench, list).
/// </summary>
internal static class TicketRows
{
    // Outer joins by key after the page is cut: fifty look-ups, whatever the table holds.
    private static readonly Expression<Func<AppDb, Guid, Guid, Ticket, TicketRow>> Row = (db, tenant, me, t) =>
        new TicketRow
        {
            Id = t.Id,
            Number = t.Number,
            Subject = t.Subject,
            Status = t.Status,
            Priority = t.Priority,
            Category = t.Category,
            Type = t.Type,
            CustomerId = t.CustomerId,
            CustomerName = db.Set<Customer>().Where(c => c.Id == t.CustomerId).Select(c => c.Name).First(),
            AssigneeId = t.AssigneeId,
            AssigneeName = db.Set<User>().Where(u => u.TenantId == tenant && u.Id == t.AssigneeId).Select(u => u.Name).FirstOrDefault(),
            MessageCount = t.MessageCount,
            LastMessageAt = t.LastMessageAt,
            AwaitsStaff = t.AwaitsStaff,
            CreatedAt = t.CreatedAt,
            UpdatedAt = t.UpdatedAt,
            NextDueAt = t.NextDueAt,
            FirstRespondedAt = t.FirstRespondedAt,
            TagText = t.TagText,
            SeenAt = db.Set<TicketRead>()
                .Where(r => r.UserId == me && r.TicketId == t.Id)
                .Select(r => (DateTimeOffset?)r.SeenAt)
                .FirstOrDefault(),
            Short = t.Short,
            CustomerPublicId = db.Set<Customer>().Where(c => c.Id == t.CustomerId).Select(c => c.PublicId).First(),
        };

    // A compiled query belongs to the model of one provider.
    private static readonly ConcurrentDictionary<Type, Func<AppDb, Guid, Guid, int, IAsyncEnumerable<TicketRow>>> Compiled = new();

    /// <summary>A ticket's row as the user sees it, for a query that is made up as it is asked.</summary>
    public static Expression<Func<Ticket, TicketRow>> Of(AppDb db, Guid me)
    {
        var tenant = db.Actor.TenantId;
        // Captured, not constant: EF turns captured values into parameters and recognises the query.
        Expression<Func<AppDb>> thisDb = () => db;
        Expression<Func<Guid>> thisTenant = () => tenant,
            thisUser = () => me;
        return Expression.Lambda<Func<Ticket, TicketRow>>(
            new Put(Row.Parameters, [thisDb.Body, thisTenant.Body, thisUser.Body]).Visit(Row.Body),
            Row.Parameters[3]
        );
    }

    /// <summary>The company's tickets, the latest activity first: company, user, how many.</summary>
    public static Func<AppDb, Guid, Guid, int, IAsyncEnumerable<TicketRow>> Latest(AppDb db) =>
        Compiled.GetOrAdd(
            db.GetType(),
            static _ =>
            {
                var (database, tenant, me, take) = (
                    Expression.Parameter(typeof(AppDb), "db"),
                    Expression.Parameter(typeof(Guid), "tenant"),
                    Expression.Parameter(typeof(Guid), "me"),
                    Expression.Parameter(typeof(int), "take")
                );
                Expression<Func<AppDb, int, IQueryable<Ticket>>> page = (db, take) =>
                    db.Set<Ticket>().Where(t => !t.InChat).OrderByDescending(t => t.LastMessageAt).ThenByDescending(t => t.Id).Take(take);
                var row = Expression.Lambda<Func<Ticket, TicketRow>>(
                    new Put(Row.Parameters, [database, tenant, me]).Visit(Row.Body),
                    Row.Parameters[3]
                );
                var rows = Expression.Call(
                    typeof(Queryable),
                    nameof(Queryable.Select),
                    [typeof(Ticket), typeof(TicketRow)],
                    new Put(page.Parameters, [database, take]).Visit(page.Body),
                    Expression.Quote(row)
                );
                return EF.CompileAsyncQuery(
                    Expression.Lambda<Func<AppDb, Guid, Guid, int, IQueryable<TicketRow>>>(rows, database, tenant, me, take)
                );
            }
        );

    /// <summary>Puts expressions in the place of a lambda's first parameters.</summary>
    private sealed class Put(IReadOnlyList<ParameterExpression> parameters, Expression[] values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node)
        {
            for (var i = 0; i < values.Length; i++)
                if (node == parameters[i])
                    return values[i];
            return node;
        }
    }
}
