using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>What the customer typed and did not send.</summary>
internal sealed class DraftsOfCustomers() : PersonalRows<Draft>("drafts", ErasureAction.Erase)
{
    public override bool IsTold => false;

    protected override IQueryable<Draft> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var users = AccountsOf(db, records);
        return db.Drafts.Where(d => users.Any(u => u.Id == d.UserId));
    }

    protected override IQueryable<Draft> Handed(IQueryable<Draft> rows, bool own) => rows.OrderBy(d => d.UpdatedAt);

    protected override ExportRow RowOf(AppDb db, Draft d, bool own) => new(("At", d.UpdatedAt), ("Text", d.Text));
}
