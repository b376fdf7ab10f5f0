using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>What tickets were about, as the customer saw it.</summary>
internal sealed class CardsOfCustomers() : PersonalRows<SubjectCard>("cards", ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsTold => false;

    protected override IQueryable<SubjectCard> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.SubjectCards.Where(c => records.Contains(c.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.SubjectCards.Where(c => c.CustomerId == from), only, c => c.CustomerId, to);

    protected override IQueryable<SubjectCard> Handed(IQueryable<SubjectCard> rows, bool own) =>
        rows.OrderBy(c => c.FrozenAt).ThenBy(c => c.Id);

    protected override ExportRow RowOf(AppDb db, SubjectCard c, bool own) =>
        new(
            ("At", c.FrozenAt),
            ("Kind", c.Kind),
            ("Title", c.Title),
            ("Link", c.Link),
            ("Text", string.Join("\n", c.View.Facts.Select(f => $"{f.LabelIn(db.Actor.Language)}: {f.ValueIn(db.Actor.Language)}")))
        );
}
