using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>What somebody said of products. When they are erased their words and their name go, and the stars stay in the mean.</summary>
internal sealed class ReviewsOfCustomers() : PersonalRows<Review>("reviews", ErasureAction.Anonymise)
{
    protected override IQueryable<Review> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Reviews.Where(r => r.CustomerId != null && records.Contains(r.CustomerId.Value));

    // A product that both reviewed keeps both, each with the record that wrote it: there is one for each.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only)
    {
        var known = db.Reviews.Where(r => r.CustomerId == to);
        return Give(
            db.Reviews.Where(r => r.CustomerId == from && !known.Any(o => o.ProductId == r.ProductId)),
            only,
            r => r.CustomerId,
            (Guid?)to
        );
    }

    protected override IQueryable<Review> Handed(IQueryable<Review> rows, bool own) => rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id);

    protected override ExportRow RowOf(AppDb db, Review r, bool own) =>
        new([
            ("At", r.CreatedAt),
            ("Name", r.Name),
            ("Rating", r.Rating),
            ("Title", r.Title),
            ("Text", r.Comment),
            ("Status", r.State),
            ("Reply", r.Reply),
            .. ForStaff(own, ("Author", r.RepliedBy)),
        ]);

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(r => r.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(db =>
            Of(db, work.Records)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(r => r.CustomerId, (Guid?)null)
                        .SetProperty(r => r.Name, "")
                        .SetProperty(r => r.Title, "")
                        .SetProperty(r => r.Comment, "")
                        .SetProperty(r => r.Reply, (string?)null)
                        .SetProperty(r => r.RepliedBy, (string?)null)
                )
        );
}
