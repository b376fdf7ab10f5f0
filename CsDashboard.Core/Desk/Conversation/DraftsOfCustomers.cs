using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>What the customer typed and did not send.</summary>
internal sealed class DraftsOfCustomers() : PersonalData("drafts", ErasureAction.Erase)
{
    public override bool IsTold => false;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => Of(db, records).CountAsync();

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        Of(db, records).OrderBy(d => d.UpdatedAt).AsAsyncEnumerable().Select(d => new ExportRow(("At", d.UpdatedAt), ("Text", d.Text)));

    public override Task<int> Erase(Erasing work) => work.Write(db => Of(db, work.Records).ExecuteDeleteAsync());

    private static IQueryable<Draft> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records);
        return db.Drafts.Where(d => users.Any(u => u.Id == d.UserId));
    }
}
