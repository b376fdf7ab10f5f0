using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>Segments that a company makes of conditions: the count and the list are always what the conditions say now.</summary>
public sealed class OwnSegments(Store store)
{
    private const int MaxOwn = 50;

    private static readonly Orders<Customer> InOrder = new Orders<Customer>(c => c.Id)
        .By("joined", c => c.CreatedAt)
        .By("value", c => c.TotalOrderValue)
        .By("orders", c => c.TotalOrders);

    private static readonly Expression<Func<Customer, SegmentMemberRow>> Row = c => new SegmentMemberRow
    {
        Id = c.Id,
        PublicId = c.PublicId,
        Name = c.Name,
        Email = c.Email,
        Segment = c.Segment,
        Orders = c.TotalOrders,
        Value = c.TotalOrderValue,
        LastOrderAt = c.LastOrderAt,
        Joined = c.CreatedAt,
    };

    /// <summary>Words of the orders that the members can have; the first is the usual one.</summary>
    public static IReadOnlyCollection<string> Sorts => InOrder.Words;

    public async Task<IReadOnlyList<OwnSegmentView>> List(Actor actor)
    {
        actor.Demand(SegmentRights.See);
        await using var db = store.Open(actor);
        var views = new List<OwnSegmentView>();
        foreach (var own in await db.OwnSegments.OrderBy(s => s.Name).ToListAsync())
            views.Add(
                new(
                    own.Id,
                    own.Name,
                    own.Any,
                    own.Conditions,
                    own.CreatedAt,
                    own.CreatedBy,
                    await Inside(db).CountAsync(own.Test(actor.Now))
                )
            );
        return views;
    }

    /// <summary>
    /// Who meets the conditions, whether they are kept or not, newest first unless another place is asked for. Invalid for a malformed
    /// condition.
    /// </summary>
    public async Task<Slice<SegmentMemberRow>> Members(Actor actor, OwnSegmentInput input, ListPlace? place = null)
    {
        actor.Demand(SegmentRights.See);
        input.CheckConditions();
        await using var db = store.Open(actor);
        var inside = Inside(db).Where(SegmentCondition.All(input.Conditions, input.Any, actor.Now));
        return await InOrder.Read(inside, place ?? new ListPlace { Down = true }, Row);
    }

    /// <summary>
    /// All who are in an own segment, in the order of the list. The export is recorded before its first row, as one of customers.
    /// </summary>
    public async IAsyncEnumerable<SegmentMemberRow> Export(
        Actor actor,
        Guid id,
        ListPlace place,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        actor.Demand(CustomerRights.Export);
        await using var db = store.Open(actor);
        var own = await db.OwnSegments.SingleOrDefaultAsync(s => s.Id == id, cancellation) ?? throw Refusal.NotFound();
        var members = InOrder.Sorted(Inside(db).Where(own.Test(actor.Now)), place);
        var count = await members.CountAsync(cancellation);
        await store.Record(actor, new CustomersExported(actor.TenantId, "segment=" + own.Name, count), cancellation);
        await foreach (var row in members.Select(Row).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return row;
    }

    /// <summary>
    /// Makes one, or changes the one with the id. Conflict for a taken name and beyond fifty; Invalid for bad conditions. Entering and
    /// leaving are recorded when customers are evaluated next, at night at the latest.
    /// </summary>
    public async Task<Guid> Save(Actor actor, Guid? id, OwnSegmentInput input)
    {
        actor.Demand(SegmentRights.Rule);
        input.CheckAll();
        var name = input.Name!.Trim();
        return await store.Write(
            actor,
            async db =>
            {
                if (await db.OwnSegments.AnyAsync(s => s.Name == name && s.Id != id))
                    throw Refusal.Conflict(Words.Of("Segment_Taken"), "segment_taken");
                var own = id is null ? null : await db.OwnSegments.SingleOrDefaultAsync(s => s.Id == id) ?? throw Refusal.NotFound();
                if (own is null && await db.OwnSegments.CountAsync() >= MaxOwn)
                    throw Refusal.Conflict(Words.Of("Segment_Many", MaxOwn));
                var before = own?.Facts;
                if (own is null)
                    db.OwnSegments.Add(
                        own = new OwnSegment
                        {
                            Name = name,
                            CreatedAt = actor.Now,
                            CreatedBy = actor.Name,
                        }
                    );
                (own.Name, own.Any, own.Conditions) = (name, input.Any, input.Conditions);
                db.Record(new OwnSegmentChanged(own.Id, name, before, own.Facts));
                return own.Id;
            }
        );
    }

    /// <summary>Its members are no longer in it, but no leaving is recorded, since the segment itself is gone.</summary>
    public async Task Remove(Actor actor, Guid id)
    {
        actor.Demand(SegmentRights.Rule);
        await store.Write(
            actor,
            async db =>
            {
                var own = await db.OwnSegments.SingleOrDefaultAsync(s => s.Id == id) ?? throw Refusal.NotFound();
                await db.OwnSegmentMembers.Where(m => m.SegmentId == id).ExecuteDeleteAsync();
                db.OwnSegments.Remove(own);
                db.Record(new OwnSegmentChanged(id, own.Name, own.Facts, null));
            }
        );
    }

    private static IQueryable<Customer> Inside(AppDb db) => db.Customers.Where(c => c.MergedInto == null && c.ErasedAt == null);
}
