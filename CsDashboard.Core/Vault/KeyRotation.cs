using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

/// <summary>
/// Another key for a company, without a pause: new candles are sealed with it at once, old ones are opened with the key
/// that their envelope names, and the schedule reseals them, a few hundred at a time.
/// </summary>
public sealed class KeyRotation(Store store, VaultKeys keys)
{
    private const int Batch = 500;

    /// <summary>Makes the new key. Conflict while candles of the last rotation are still being resealed.</summary>
    public Task Begin(Actor actor)
    {
        actor.Demand(VaultRights.Manage);
        return store.Write(
            actor,
            async db =>
            {
                if (await db.VaultKeys.AnyAsync(k => k.SettledAt == null))
                    throw Refusal.Conflict(Words.Of("Vault_Rotating"));
                var (number, _) = await keys.Next(db, settled: false);
                db.Record(new VaultKeyMade(actor.TenantId, number));
            }
        );
    }

    /// <summary>
    /// Seals with the newest key whatever an older one has sealed. Safe to repeat; after a restart all candles are checked again.
    /// </summary>
    public async Task Settle(Actor actor, CancellationToken cancellation = default)
    {
        List<CandleSeries> all;
        await using (var db = store.Open(actor))
        {
            if (await keys.IsSealed(db) || !await db.VaultKeys.AnyAsync(k => k.SettledAt == null, cancellation))
                return;
            all = await db.CandleSeries.ToListAsync(cancellation);
        }
        long count = 0;
        foreach (var series in all)
        {
            var at = long.MinValue;
            while (await SealAnew(actor, series, at, cancellation) is { } part)
            {
                (at, count) = (part.Last, count + part.Count);
                // Others wait in the same line.
                await Task.Yield();
            }
        }
        await store.Write(
            actor,
            async db =>
            {
                foreach (var key in await db.VaultKeys.Where(k => k.SettledAt == null).ToListAsync(cancellation))
                {
                    key.SettledAt = actor.Now;
                    db.Record(new VaultKeySettled(actor.TenantId, key.Number, count));
                }
            },
            cancellation
        );
    }

    // Null when there is nothing after that time. A candle that doesn't open is left as it is; the next read reports it.
    private Task<(long Last, int Count)?> SealAnew(Actor actor, CandleSeries series, long after, CancellationToken cancellation) =>
        store.Write<(long, int)?>(
            actor,
            async db =>
            {
                var number = series.Id;
                var rows = await db
                    .Candles.Where(c => c.SeriesId == number && c.Time > after)
                    .OrderBy(c => c.Time)
                    .Take(Batch)
                    .ToListAsync(cancellation);
                if (rows.Count == 0)
                    return null;
                var (current, _) = await keys.Current(db);
                using var cipher = new CandleCipher(await keys.Ring(db));
                var (place, count) = (CandleCipher.PlaceOf(series), 0);
                foreach (var row in rows.Where(r => CandleCipher.KeyOf(r.Envelope) != current))
                {
                    if (!cipher.TryOpen(place, row.Time, row.Envelope, out var candle, out var indicators))
                        continue;
                    row.Envelope = cipher.Seal(current, place, candle, indicators.ToArray());
                    count++;
                }
                return (rows[^1].Time, count);
            },
            cancellation
        );
}
