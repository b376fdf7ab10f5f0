using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>Files of tickets, and those that were uploaded and wait to be sent.</summary>
internal sealed class FilesOfCustomers(IFileStore files) : PersonalRows<Attachment>("files", ErasureAction.Erase, ErasureAction.Keep)
{
    // While their tickets are still there.
    public override int Order => -10;

    // Those of tickets go with their tickets.
    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Attachments.Where(f => f.CustomerId == from), only, f => f.CustomerId, to);

    protected override IQueryable<Attachment> Handed(IQueryable<Attachment> rows, bool own) =>
        rows.Where(f => !own || !f.StaffOnly).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id);

    protected override ExportRow RowOf(AppDb db, Attachment f, bool own) =>
        new(("At", f.CreatedAt), ("Name", f.OriginalName), ("ContentType", f.ContentType), ("Size", f.Size), ("File", HandedOf(f).Path));

    public override IAsyncEnumerable<ExportFile> Files(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        Handed(Of(db, records), own).AsAsyncEnumerable().Select(HandedOf);

    private static ExportFile HandedOf(Attachment f) => new(f.Id, f.Name, f.Key);

    public override async Task<int> Erase(Erasing work)
    {
        List<Attachment> some;
        await using (var db = work.Store.Open(work.Actor))
            some = await Of(db, work.Records).OrderBy(f => f.Id).Take(Erasing.AtOnce).ToListAsync();
        return await Attachments.Remove(work.Store, files, work.Actor, some);
    }

    protected override IQueryable<Attachment> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var (tickets, users) = (db.Tickets.Where(t => records.Contains(t.CustomerId)), AccountsOf(db, records));
        return db.Attachments.Where(f =>
            tickets.Any(t => t.Id == f.TicketId)
            || records.Any(r => r == f.CustomerId)
            || (f.TicketId == null && users.Any(u => u.Id == f.UploadedBy))
        );
    }
}
