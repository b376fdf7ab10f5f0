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

/// <summary>Sign-in accounts. They are ended before anything else is touched.</summary>
internal sealed class AccountsOfCustomers : PersonalData
{
    internal const string Kind = "accounts";

    public AccountsOfCustomers()
        : base(Kind, ErasureAction.Anonymise) { }

    public override int Order => 50;

    public override Task<int> Count(AppDb db, IReadOnlyList<Guid> records) => AccountsOf(db, records).CountAsync();

    public override Task<IReadOnlyList<Guid>> Move(AppDb db, Guid from, Guid to, IReadOnlyCollection<Guid>? only) =>
        Give(db.Users.Where(u => u.CustomerId == from), only, u => u.CustomerId, to);

    public override IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        var sessions = db.Sessions;
        return AccountsOf(db, records)
            .OrderBy(u => u.Id)
            .Select(u => new
            {
                u.Name,
                u.Email,
                u.Language,
                u.TimeZone,
                u.CreatedAt,
                u.LastSignInAt,
                u.SignIns,
                Sessions = sessions
                    .Where(s => s.UserId == u.Id)
                    .OrderBy(s => s.CreatedAt)
                    .Select(s => new
                    {
                        s.CreatedAt,
                        s.Address,
                        s.Browser,
                    })
                    .ToList(),
            })
            .AsAsyncEnumerable()
            .Select(u => new ExportRow(
                ("Name", u.Name),
                ("Email", u.Email),
                ("Language", u.Language),
                ("TimeZone", u.TimeZone),
                ("CreatedAt", u.CreatedAt),
                ("LastSignInAt", u.LastSignInAt),
                ("SignIns", u.SignIns),
                (
                    "Sessions",
                    u.Sessions.Select(s => new ExportRow(("CreatedAt", s.CreatedAt), ("Address", s.Address), ("Browser", s.Browser)))
                        .ToList()
                )
            ));
    }

    public override Task<int> Erase(Erasing work) => work.Write(db => Users.Forget(db, work.Records));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => AccountsOf(db, records).Select(u => u.Id);
}
