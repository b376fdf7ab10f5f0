using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers.Privacy;

internal sealed class NotesOfCustomers() : PersonalData("notes", ErasureAction.Erase, ErasureAction.Keep)
{
    public override bool IsStaffOnly => true;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) =>
        db.CustomerNotes.CountAsync(n => records.Contains(n.CustomerId));

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.CustomerNotes.Where(n => n.CustomerId == from), only, n => n.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own) =>
        db
            .CustomerNotes.Where(n => records.Contains(n.CustomerId))
            .OrderBy(n => n.At)
            .ThenBy(n => n.Id)
            .AsAsyncEnumerable()
            .Select(n => new ExportRow(("At", n.At), ("Author", n.Author), ("Text", n.Text)));

    public override Task<int> Erase(Erasing work) =>
        work.Write(async db =>
        {
            var ids = await db
                .CustomerNotes.Where(n => work.Records.Contains(n.CustomerId))
                .Take(Erasing.AtOnce)
                .Select(n => n.Id)
                .ToListAsync();
            return await db.CustomerNotes.Where(n => ids.Contains(n.Id)).ExecuteDeleteAsync();
        });
}
