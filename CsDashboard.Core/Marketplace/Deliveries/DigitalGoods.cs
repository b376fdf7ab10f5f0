using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Deliveries;

/// <summary>
/// The keys and files of orders, for their buyers. A file is downloaded under a word that we have signed, that ends a day after the page
/// which showed it, and that names order and file; each download counts.
/// </summary>
public sealed class DigitalGoods(Store store, LicenceKeys keys, IFileStore files, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private const int Length = 16 + 16 + 16 + 8;

    private readonly SealedWords words = new(protection, "CsDashboard.Downloads");

    /// <summary>What came with an order of this buyer: only lines of keys and files. NotFound for another's order.</summary>
    public async Task<IReadOnlyList<DigitalLine>> Of(Actor actor, CartOwner owner, Guid orderId)
    {
        owner.Demand(actor, MarketRights.See);
        await using var db = store.Open(actor);
        var order = await OwnOrders.Find(db, orderId);
        OwnOrders.Demand(order, owner);
        return await Lines(db, order, isBuyer: owner.IsGuest || actor.CustomerId == owner.Id);
    }

    /// <summary>The same for staff, who see of a key its last letters.</summary>
    public async Task<IReadOnlyList<DigitalLine>> Known(Actor actor, Guid orderId)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        return await Lines(db, await OwnOrders.Find(db, orderId), isBuyer: false);
    }

    /// <summary>The buyer is told once more of the keys of a line. NotFound for a line without any.</summary>
    public Task SendAgain(Actor actor, Guid orderId, Guid lineId)
    {
        actor.Demand(MarketRights.Sell);
        return store.WriteOnce(
            actor,
            async db =>
            {
                await SendAgain(db, await OwnOrders.Find(db, orderId), lineId);
                return true;
            }
        );
    }

    /// <summary>Inside a write.</summary>
    internal static async Task<OrderLine> SendAgain(AppDb db, Order order, Guid lineId)
    {
        var line = order.Lines.Find(l => l.Id == lineId) ?? throw Refusal.NotFound();
        var count = await db.LicenceKeys.CountAsync(k => k.LineId == lineId && k.RevokedAt == null);
        if (count == 0)
            throw Refusal.NotFound();
        db.Record(new KeysGiven(order.Id, order.CustomerId, order.Number, line.Name, count, Again: true));
        return line;
    }

    /// <summary>
    /// The file that a word names. NotFound for a word that isn't ours, is a day old, or whose file is gone; Conflict <c>download_over</c>
    /// when it was taken back, its time has come or it was downloaded as often as may be.
    /// </summary>
    public async Task<Downloaded> Download(string? word, CancellationToken cancellation = default)
    {
        var (company, grantId, fileId) = Opened(word);
        var actor = Actor.System(company, clock);
        var file = await store.Write(
            actor,
            async db =>
            {
                var grant = await db.FileGrants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == grantId, CancellationToken.None);
                var known = grant is null
                    ? null
                    : await db
                        .ProductFiles.AsNoTracking()
                        .SingleOrDefaultAsync(f => f.Id == fileId && f.ProductId == grant.ProductId, CancellationToken.None);
                if (known is null)
                    throw Refusal.NotFound();
                var now = actor.Now;
                var counted = await db
                    .FileGrants.Where(g => g.Id == grantId && g.EndedAt == null && g.Until > now && g.Count < g.Most)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(g => g.Count, g => g.Count + 1).SetProperty(g => g.LastAt, now),
                        CancellationToken.None
                    );
                return counted > 0 ? known : throw Refusal.Conflict(Words.Of("Download_Over"), "download_over");
            },
            cancellation
        );
        var content = await files.Get(company, file.Key, cancellation) ?? throw Refusal.NotFound();
        return new(file.Name, file.ContentType, content);
    }

    private async Task<IReadOnlyList<DigitalLine>> Lines(AppDb db, Order order, bool isBuyer)
    {
        var lines = order.Lines.Where(l => l.Kind is GoodsKind.Key or GoodsKind.File).ToList();
        if (lines.Count == 0)
            return [];
        var given = (
            await db.LicenceKeys.AsNoTracking().Where(k => k.OrderId == order.Id).OrderBy(k => k.GivenAt).ThenBy(k => k.Id).ToListAsync()
        ).ToLookup(k => k.LineId);
        var waits = await db.KeyWaits.AsNoTracking().Where(w => w.OrderId == order.Id).ToDictionaryAsync(w => w.LineId, w => w.Missing);
        var grants = await db.FileGrants.AsNoTracking().Where(g => g.OrderId == order.Id).ToDictionaryAsync(g => g.LineId);
        var of = (await ProductFiles.Of(db, [.. grants.Values.Select(g => g.ProductId)]).ToListAsync()).ToLookup(f => f.ProductId);
        return
        [
            .. lines.Select(l =>
                l.Kind == GoodsKind.Key
                    ? new DigitalLine
                    {
                        LineId = l.Id,
                        Name = l.Name,
                        Keys = [.. given[l.Id].Select(k => KeyOf(k, isBuyer))],
                        Waiting = waits.GetValueOrDefault(l.Id),
                        IsTakenBack = given[l.Id].Any() && given[l.Id].All(k => k.RevokedAt is not null),
                    }
                    : FilesOf(db, l, grants.GetValueOrDefault(l.Id), of, isBuyer)
            ),
        ];
    }

    private GivenKey KeyOf(LicenceKey key, bool isBuyer)
    {
        var text = keys.Open(key);
        var shown =
            isBuyer && key.RevokedAt is null ? text
            : text.Length >= 8 ? "…" + text[^4..]
            : "…";
        return new(shown, key.GivenAt ?? key.AddedAt, key.RevokedAt is not null);
    }

    private DigitalLine FilesOf(AppDb db, OrderLine line, FileGrant? grant, ILookup<Guid, ProductFile> of, bool isBuyer)
    {
        var now = db.Actor.Now;
        var isOpen = grant is { EndedAt: null } && grant.Until > now && grant.Count < grant.Most;
        return new()
        {
            LineId = line.Id,
            Name = line.Name,
            Files = grant is null
                ? []
                : [.. of[grant.ProductId].Select(f => new GivenFile(f.Name, f.Size, isOpen && isBuyer ? WordOf(grant, f, now) : null))],
            Left = grant is null ? null : grant.Most - grant.Count,
            Until = grant?.Until,
            IsTakenBack = grant?.EndedAt is not null,
        };
    }

    private string WordOf(FileGrant grant, ProductFile file, DateTimeOffset now)
    {
        var named = new byte[Length];
        grant.TenantId.TryWriteBytes(named);
        grant.Id.TryWriteBytes(named.AsSpan(16));
        file.Id.TryWriteBytes(named.AsSpan(32));
        BitConverter.TryWriteBytes(named.AsSpan(48), (now + Day).ToUnixTimeSeconds());
        return words.Seal(named);
    }

    private (Guid Company, Guid Grant, Guid File) Opened(string? word)
    {
        var named = words.Open(word is { Length: < 500 } ? word : null);
        if (named is not { Length: Length } || BitConverter.ToInt64(named, 48) < clock.Now().ToUnixTimeSeconds())
            throw Refusal.NotFound(Words.Of("Download_NotFound"));
        return (new Guid(named.AsSpan(0, 16)), new Guid(named.AsSpan(16, 16)), new Guid(named.AsSpan(32, 16)));
    }
}
