using System.Linq.Expressions;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Engagement.Segments;

/// <summary>Evaluates a customer again after something happened that rules or conditions depend on.</summary>
public sealed class SegmentsFollow
    : IHandleMany<OrderRecorded>,
        IHandle<CustomerAdded>,
        IHandle<CustomerChanged>,
        IHandle<CustomerStatusChanged>,
        IHandle<CustomerTypeChanged>,
        IHandle<CustomerTierChanged>,
        IHandle<CustomerFiguresSet>,
        IHandle<CustomersMerged>,
        IHandle<MergeUndone>
{
    public Task Handle(IReadOnlyList<Recorded<OrderRecorded>> happenings, AppDb db) =>
        Segmentation.Settle(db, [.. happenings.Select(h => h.Event.CustomerId).Distinct()]);

    public Task Handle(Recorded<CustomerAdded> happening, AppDb db) => Own(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerStatusChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerTypeChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerTierChanged> happening, AppDb db) => Own(db, happening.Event.CustomerId);

    public Task Handle(Recorded<CustomerFiguresSet> happening, AppDb db) => Segmentation.Settle(db, [happening.Event.CustomerId]);

    public Task Handle(Recorded<CustomersMerged> happening, AppDb db) => Segmentation.Settle(db, [happening.Event.CustomerId]);

    public Task Handle(Recorded<MergeUndone> happening, AppDb db) =>
        Segmentation.Settle(db, [happening.Event.CustomerId, happening.Event.LoserId]);

    // The five follow from orders alone.
    private static async Task Own(AppDb db, Guid customer)
    {
        if ((await db.Once(Segmentation.OwnOf)).Count > 0)
            await Segmentation.Settle(db, [customer]);
    }
}
