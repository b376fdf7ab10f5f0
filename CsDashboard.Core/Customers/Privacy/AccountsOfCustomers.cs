using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

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

    public override async IAsyncEnumerable<ExportRow> Rows(AppDb db, IReadOnlyList<Guid> records, bool own)
    {
        foreach (var u in await AccountsOf(db, records).AsNoTracking().OrderBy(u => u.Id).ToListAsync())
            yield return new ExportRow(
                ("Name", u.Name),
                ("Email", u.Email),
                ("Phone", u.PhoneNumber),
                ("Language", u.Language),
                ("Digits", u.Digits),
                ("TimeZone", u.TimeZone),
                ("CreatedAt", u.CreatedAt),
                ("LastSignInAt", u.LastSignInAt),
                ("SignIns", u.SignIns),
                (
                    "Sessions",
                    await Each(
                        db.Sessions.Where(s => s.UserId == u.Id).OrderBy(s => s.CreatedAt),
                        s => new(("CreatedAt", s.CreatedAt), ("Address", s.Address), ("Browser", s.Browser))
                    )
                ),
                (
                    "Devices",
                    await Each(
                        db.KnownDevices.Where(d => d.UserId == u.Id).OrderBy(d => d.FirstSeenAt),
                        d => new(("Name", d.Name), ("CreatedAt", d.FirstSeenAt), ("LastSignInAt", d.LastSeenAt))
                    )
                ),
                (
                    "Passkeys",
                    await Each(
                        db.Passkeys.Where(k => k.UserId == u.Id).OrderBy(k => k.CreatedAt),
                        k => new(("Name", k.Name), ("CreatedAt", k.CreatedAt), ("LastSignInAt", k.LastUsedAt))
                    )
                ),
                (
                    "Attempts",
                    await Each(
                        db.SignInAttempts.Where(a => a.Email == u.Email || a.Email == u.NormalizedEmail).OrderBy(a => a.At),
                        a => new(("At", a.At), ("Address", a.Address))
                    )
                ),
                (
                    "Lockouts",
                    await Each(
                        db.Lockouts.Where(l => l.Email == u.Email || l.Email == u.NormalizedEmail).OrderBy(l => l.Until),
                        l => new(("ExpiresAt", l.Until), ("Address", l.Address))
                    )
                )
            );
    }

    private static async Task<List<ExportRow>> Each<T>(IQueryable<T> rows, Func<T, ExportRow> told)
        where T : class => [.. (await rows.AsNoTracking().ToListAsync()).Select(told)];

    public override Task<int> Erase(Erasing work) => work.Write(db => Users.Forget(db, work.Records));

    public override IQueryable<Guid> Subjects(AppDb db, IReadOnlyList<Guid> records) => AccountsOf(db, records).Select(u => u.Id);
}
