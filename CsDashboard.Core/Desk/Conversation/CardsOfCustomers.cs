using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>What tickets were about, as the customer saw it.</summary>
internal sealed class CardsOfCustomers() : PersonalData("cards", ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.SubjectCards.CountAsync(c => records.Contains(c.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.SubjectCards.Where(c => c.CustomerId == from), only, c => c.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .SubjectCards.Where(c => records.Contains(c.CustomerId))
            .OrderBy(c => c.FrozenAt)
            .ThenBy(c => c.Id)
            .AsAsyncEnumerable()
            .Select(c => new ExportRow(("At", c.FrozenAt), ("Title", c.Title)));

    public override Task<int> Erase(Erasing work) =>
        work.Write(db => db.SubjectCards.Where(c => work.Records.Contains(c.CustomerId)).ExecuteDeleteAsync());
}
