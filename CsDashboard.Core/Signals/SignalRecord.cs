using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>The chain itself: checked here, or downloaded and checked by anybody without us (docs/signal-record.md).</summary>
public sealed class SignalRecord(Store store, SignalAccess access)
{
    // However many ask at once, a company's chain is walked once.
    private readonly ConcurrentDictionary<Guid, Task<Verdict>> running = new();

    /// <summary>
    /// Recomputes every link of the company's chain from the database and compares the visible signals with it. Says the first
    /// thing that is wrong, and where.
    /// </summary>
    public async Task<Verdict> Verify(Actor actor)
    {
        actor.Demand(SignalRights.See);
        var check = running.GetOrAdd(actor.TenantId, _ => Check(Actor.System(actor.TenantId, actor.Clock)));
        try
        {
            return await check;
        }
        finally
        {
            running.TryRemove(new KeyValuePair<Guid, Task<Verdict>>(actor.TenantId, check));
        }
    }

    private async Task<Verdict> Check(Actor reader)
    {
        await Task.Yield();
        await using var db = store.Open(reader);
        var (check, last) = (new ChainCheck(), new Dictionary<Guid, (long Position, string Card)>());
        Verdict Say(string? fault = null, long? position = null, long? signal = null) =>
            new(check.Position, check.Hash, fault, position, signal, reader.Now);
        // One snapshot, so that a publication in between is in all of it or in none.
        await using var moment = await db.Moment();
        await foreach (var link in db.SignalLinks.OrderBy(l => l.Position).AsAsyncEnumerable())
        {
            if (check.Fault(link.Position, link.Previous, link.Entry, link.Hash) is { } fault)
                return Say(fault, check.Position + 1);
            using var entry = JsonDocument.Parse(link.Entry);
            var card = entry.RootElement.GetProperty("signal");
            if (
                entry.RootElement.GetProperty("position").GetInt64() != link.Position
                || entry.RootElement.GetProperty("at").GetString() != HashChain.Text(link.At)
                || entry.RootElement.GetProperty("event").GetString() != Word.Of(link.Kind)
                || card.GetProperty("id").GetString() != link.SignalId.ToString()
            )
                return Say("columns", link.Position, card.GetProperty("number").GetInt64());
            last[link.SignalId] = (link.Position, card.GetRawText());
        }
        var head = await db.ChainHeads.SingleOrDefaultAsync(h => h.Chain == TradingSignals.Chain);
        if ((head?.Position ?? 0) != check.Position || (head?.Hash ?? HashChain.Start) != check.Hash)
            return Say("end", check.Position + 1);
        await foreach (var signal in db.Signals.OrderBy(s => s.Number).AsAsyncEnumerable())
        {
            if (!last.Remove(signal.Id, out var said) || said.Card != signal.Card())
                return Say("signal", said.Card is null ? null : said.Position, signal.Number);
        }
        if (last.Count > 0)
            return Say(
                "signal",
                last.Values.Min(l => l.Position),
                JsonDocument.Parse(last.Values.MinBy(l => l.Position).Card).RootElement.GetProperty("number").GetInt64()
            );
        var (signals, candles) = (db.Signals, db.SignalCandles);
        await foreach (
            var one in signals
                .Where(s => s.CandleHash != null)
                .OrderBy(s => s.Number)
                .Select(s => new
                {
                    s.Number,
                    s.CandleHash,
                    Text = candles.Where(c => c.SignalId == s.Id).Select(c => c.Text).FirstOrDefault(),
                })
                .AsAsyncEnumerable()
        )
        {
            if (one.Text is null || HashChain.HashOf(one.Text) != one.CandleHash)
                return Say("candles", null, one.Number);
        }
        return Say();
    }

    /// <summary>
    /// The chain from its beginning, a line of JSON for each link: previous, hash and the entry as it was hashed. A customer is
    /// given it as far as every signal in it is seen by their tier; Forbidden where the tier sees none.
    /// </summary>
    public async Task<IAsyncEnumerable<string>> Lines(Actor actor, CancellationToken cancellation = default)
    {
        actor.Demand(SignalRights.See);
        var sight = await access.SightOf(actor);
        if (sight.Nothing)
            throw Refusal.Forbidden(Words.Of("Signal_TierSeesNone"));
        return Read(actor, sight, cancellation);
    }

    private async IAsyncEnumerable<string> Read(Actor actor, SignalSight sight, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var db = store.Open(actor);
        var unseen = actor.Now - sight.Delay!.Value;
        // Everything from the first signal they can't see yet is held back, since a chain with a gap could not be checked.
        var published = db.SignalLinks.Where(l => l.Kind == LifeKind.Published && l.At > unseen);
        var end = await published.MinAsync(l => (long?)l.Position, cancellation) ?? long.MaxValue;
        await foreach (
            var link in db
                .SignalLinks.Where(l => l.Position < end)
                .OrderBy(l => l.Position)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
            yield return HashChain.Canonical(json =>
            {
                json.WriteString("previous", link.Previous);
                json.WriteString("hash", link.Hash);
                json.WriteString("entry", link.Entry);
            });
    }
}
