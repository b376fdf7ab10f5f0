using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>
/// What somebody asked about products. An answer of others belongs to them, so the question stays without its words and its name.
/// </summary>
internal sealed class QuestionsOfCustomers() : PersonalRows<Question>("questions", ErasureAction.Anonymise)
{
    protected override IQueryable<Question> Of(AppDb db, IReadOnlyList<Guid> records) =>
        db.Questions.Where(q => q.CustomerId != null && records.Contains(q.CustomerId.Value));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Questions.Where(q => q.CustomerId == from), only, q => q.CustomerId, (Guid?)to);

    protected override IQueryable<Question> Handed(IQueryable<Question> rows, bool own) => rows.OrderBy(q => q.CreatedAt).ThenBy(q => q.Id);

    protected override ExportRow RowOf(AppDb db, Question q, bool own) =>
        new(("At", q.CreatedAt), ("Name", q.Name), ("Text", q.Text), ("Status", q.State));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).Select(q => q.Id);

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var asked = Of(db, work.Records);
            await asked
                .Where(q => q.State == PostState.Published && q.AnsweredAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(q => q.State, PostState.Rejected));
            return await asked.ExecuteUpdateAsync(set =>
                set.SetProperty(q => q.CustomerId, (Guid?)null).SetProperty(q => q.Name, "").SetProperty(q => q.Text, "")
            );
        });
}
