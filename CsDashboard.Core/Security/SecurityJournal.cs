using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

/// <summary>
/// Where handlers of every room write down what happened to an account and raise alerts, inside their transaction. Events that arrive twice
/// are written once. Everything is limited to the company of the open database.
/// </summary>
public sealed class SecurityJournal(Notices notices)
{
    private const int MaxValue = 100;

    /// <summary>Gives the ids of those that were not written before.</summary>
    public async Task<IReadOnlySet<Guid>> Write(AppDb db, IReadOnlyCollection<AccountEntry> entries)
    {
        var ids = entries.Select(e => e.Id).ToHashSet();
        ids.ExceptWith(await db.SecurityEvents.Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync());
        if (ids.Count == 0)
            return ids;
        var customers = entries.Select(e => (Guid?)e.CustomerId).Distinct().ToList();
        var accounts = (
            await db
                .Users.Where(u => customers.Contains(u.CustomerId))
                .OrderBy(u => u.Id)
                .Select(u => new { u.Id, u.CustomerId })
                .ToListAsync()
        ).ToLookup(u => u.CustomerId, u => u.Id);
        await db.InsertAll([
            .. entries
                .Where(e => ids.Contains(e.Id))
                .Select(e => new SecurityEvent
                {
                    Id = e.Id,
                    UserId = accounts[e.CustomerId].Select(a => (Guid?)a).FirstOrDefault(),
                    CustomerId = e.CustomerId,
                    At = e.At,
                    Type = e.Type,
                    Kind = Word.Of(e.Type),
                    Detail = e.Detail,
                    Value = Short(e.Value),
                }),
        ]);
        foreach (var account in accounts.SelectMany(a => a))
            db.AnnounceAfterCommit(Topic.User(db.Actor.TenantId, account));
        return ids;
    }

    /// <summary>Raises an alert; admins are notified if it is high, and by mail if it is critical.</summary>
    public Task Raise<T>(AppDb db, Recorded<T> happening, Suspect suspect)
        where T : IEvent => Raise(db, happening.At, happening.Silent, suspect);

    /// <inheritdoc cref="Raise{T}"/>
    public async Task Raise(AppDb db, DateTimeOffset at, bool silent, Suspect suspect)
    {
        var user =
            suspect.UserId
            ?? (
                suspect.CustomerId is { } whose
                    ? await db.Users.Where(u => u.CustomerId == whose).OrderBy(u => u.Id).Select(u => (Guid?)u.Id).FirstOrDefaultAsync()
                    : null
            );
        var account = user is null
            ? null
            : await db.Users.Where(u => u.Id == user).Select(u => new { u.Name, u.CustomerId }).SingleOrDefaultAsync();
        var (customer, name) = (suspect.CustomerId ?? account?.CustomerId, account?.Name ?? suspect.Name ?? "");
        var (since, type, value) = (at - suspect.Within, suspect.Type, Short(suspect.Value));
        var before = (
            user is null ? db.SecurityAlerts.Where(a => a.CustomerId == customer) : db.SecurityAlerts.Where(a => a.UserId == user)
        ).Where(a => a.At >= since && a.At <= at && a.Type == type);
        // At the same instant only an identical one is a repeat.
        if (suspect.Within == TimeSpan.Zero)
            before = before.Where(a =>
                a.Value == value && a.Block == suspect.Block && a.Device == suspect.Device && a.TransactionId == suspect.TransactionId
            );
        if (await before.AnyAsync())
            return;
        var alert = new SecurityAlert
        {
            UserId = user,
            CustomerId = customer,
            At = at,
            Type = type,
            Severity = suspect.Severity,
            Block = suspect.Block,
            Device = suspect.Device,
            Detail = suspect.Detail,
            Value = value,
            TransactionId = suspect.TransactionId,
            Amount = suspect.Amount,
            Currency = suspect.Currency,
            Score = suspect.Score,
            Factors = suspect.Factors,
        };
        db.SecurityAlerts.Add(alert);
        db.Record(new SecurityAlertRaised(alert.Id, customer, type, suspect.Severity, name));
        if (user is { } owner)
            db.AnnounceAfterCommit(Topic.User(db.Actor.TenantId, owner));
        if (silent || suspect.Severity is not (Severity.High or Severity.Critical))
            return;
        await notices.Tell(
            db,
            await Recipients.Admins(db),
            new Notice("security_alert", $"Notice_Alert_{type}", new SaidName(name))
            {
                Link = new LinkTo("security_case", alert.Id),
                Channels = suspect.Severity == Severity.Critical ? Channel.Usual : [Channel.Bell],
            }
        );
    }

    private static string? Short(string? value) => value is { Length: > MaxValue } ? Lines.Cut(value, MaxValue - 1) + "…" : value;
}
