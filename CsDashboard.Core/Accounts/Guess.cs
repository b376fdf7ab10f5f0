using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>
/// A password tried for an account. Too many wrong ones close something for a quarter of an hour: the pair of account and network (five
/// misses of either; contract: market, Lock-out), the network for every account (so that nobody tries one password on all of them), or the
/// account for every network. The last lets anyone through who shows a second factor, and all three let a browser through that is known to
/// be the owner's, which only its own misses close: strangers can't lock an owner out. It is read before a password is compared, and again
/// in the one write that answers.
/// </summary>
internal sealed record Guess(string Email, string Network, string Door)
{
    // Five failures within 15 minutes close a pair for 15 minutes (contract: market, Lock-out).
    public const int MostOfPair = 5,
        MostOfNetwork = 10,
        MostOfAccount = 20;

    /// <summary>The door for people who are signed in and are asked for their password again.</summary>
    public const string Inside = "inside";
    private const string Stranger = "";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static async Task<Guess> Of(AppDb db, string email, User? user, Visitor visitor)
    {
        // Anybody can send any user agent, so only the mark that a browser keeps counts.
        var device = visitor.Device is null ? null : Devices.HashOf(visitor);
        var known = user is not null && device is not null && await db.KnownDevices.AnyAsync(d => d.UserId == user.Id && d.Hash == device);
        return new(email, AddressBlock.Of(visitor.Address), known ? device! : Stranger);
    }

    /// <summary>What is closed to this guess; null when nothing is.</summary>
    public async Task<Closed?> Closed(AppDb db)
    {
        var now = db.Actor.Now;
        var locks = await db
            .Lockouts.Where(l => l.Until > now && (l.Email == Email || l.Email == "" && l.Address == Network))
            .Select(l => new
            {
                l.Email,
                l.Address,
                l.Until,
            })
            .ToListAsync();
        DateTimeOffset? Of(string email, string address) =>
            locks.Where(l => l.Email == email && l.Address == address).Max(l => (DateTimeOffset?)l.Until);
        if (Door != Stranger)
            return Of(Email, Door) is { } own ? new(own) : null;
        var (pair, network) = (Of(Email, Network), Of("", Network));
        if ((pair > network || network is null ? pair : network) is { } hard)
            return new(hard);
        return Of(Email, Stranger) is { } account ? new(account, SparesCodes: true) : null;
    }

    /// <summary>Counts it as wrong, inside the write that says so.</summary>
    public async Task Miss(AppDb db, User? user)
    {
        var since = db.Actor.Now - Window;
        db.SignInAttempts.Add(
            new SignInAttempt
            {
                Email = Email,
                Address = Network,
                Door = Door,
                At = db.Actor.Now,
            }
        );
        var (email, network, door) = (Email, Network, Door);
        var recent = await db
            .SignInAttempts.Where(a => a.At > since && !a.Succeeded && (a.Email == email || a.Address == network))
            .GroupBy(a => new
            {
                OfAccount = a.Email == email,
                OfNetwork = a.Address == network,
                a.Door,
            })
            .Select(g => new
            {
                g.Key.OfAccount,
                g.Key.OfNetwork,
                g.Key.Door,
                Count = g.Count(),
            })
            .ToListAsync();
        int Count(Func<bool, bool, string, bool> which) => 1 + recent.Where(r => which(r.OfAccount, r.OfNetwork, r.Door)).Sum(r => r.Count);
        if (Door != Stranger && Count((ofAccount, _, d) => ofAccount && d == door) >= MostOfPair)
            await Close(db, Email, Door);
        if (Door == Inside)
            return;
        if (Count((_, ofNetwork, _) => ofNetwork) >= MostOfNetwork)
            await Close(db, "", Network);
        if (Count((ofAccount, _, _) => ofAccount) >= MostOfAccount)
            await Close(db, Email, Stranger);
        if (Count((_, _, _) => true) < MostOfPair)
            return;
        await Close(db, Email, Network);
        if (user is not null)
            db.Record(new AccountLocked(user.Id, user.Name, db.Actor.Now + Window));
    }

    /// <summary>Writes its lock-outs again, unchanged.</summary>
    public Task Touch(AppDb db) =>
        db
            .Lockouts.Where(l => l.Email == Email || l.Email == "" && l.Address == Network)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, l => l.Until));

    public SignInAttempt Hit(DateTimeOffset now) =>
        new()
        {
            Email = Email,
            Address = Network,
            Door = Door,
            At = now,
            Succeeded = true,
        };

    private static async Task Close(AppDb db, string email, string address)
    {
        if (await db.Lockouts.FirstOrDefaultAsync(l => l.Email == email && l.Address == address) is not { } row)
            db.Lockouts.Add(row = new Lockout { Email = email, Address = address });
        row.Until = db.Actor.Now + Window;
    }
}
