using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>
/// What admins do with signals: publish them, and say what happened to them. Nothing is ever edited. Reads are in
/// <see cref="SignalLists"/>.
/// </summary>
public sealed class TradingSignals(Store store)
{
    internal const string Chain = "signals";

    /// <summary>
    /// Publishes a signal to every customer whose tier sees it; it can't be taken back. Invalid with every bad field named
    /// (<see cref="SignalTerms.Of"/>). Sent twice with one key it is published once; a draft is published once, with the
    /// candles it came with. NotFound for a draft that is not there.
    /// </summary>
    public async Task<SignalRow> Publish(Actor actor, NewSignal input, Guid? draftId = null)
    {
        actor.Demand(SignalRights.Publish);
        var terms = SignalTerms.Of(input);
        return await store.Write(
            actor,
            async db =>
            {
                var key = input.Key;
                if (
                    key is not null
                    && await db.Signals.SingleOrDefaultAsync(s => s.PublishedBy == actor.UserId && s.ClientKey == key) is { } already
                )
                    return SignalRow.Of(already);
                var draft = draftId is { } id
                    ? await db.SignalDrafts.SingleOrDefaultAsync(d => d.Id == id) ?? throw Refusal.NotFound()
                    : null;
                if (draft?.SignalId is { } published)
                    return SignalRow.Of(await db.Signals.SingleAsync(s => s.Id == published));
                var candles = draft is null ? SignalCandles.TextOf(input.Candles) : draft.CandleText;
                var signal = Signal.Publish(
                    1 + (await db.Signals.MaxAsync(s => (long?)s.Number) ?? 0),
                    terms,
                    input,
                    draft,
                    candles,
                    actor
                );
                db.Signals.Add(signal);
                if (candles is not null)
                    db.SignalCandles.Add(new SignalCandles { SignalId = signal.Id, Text = candles });
                draft?.SignalId = signal.Id;
                await Link(db, signal, LifeKind.Published, [], null);
                db.Record(
                    new SignalPublished(
                        signal.Id,
                        signal.Number,
                        signal.Type,
                        signal.Pair,
                        signal.Direction,
                        signal.Recommended,
                        signal.PublishedAt
                    )
                );
                return SignalRow.Of(signal);
            }
        );
    }

    /// <summary>
    /// Records what happened to a signal (<see cref="Signal.Take"/> says what each state allows). A repeat changes nothing. NotFound;
    /// Invalid; Conflict for anything that contradicts an earlier step.
    /// </summary>
    public async Task<SignalRow> Step(Actor actor, Guid signalId, SignalStep step)
    {
        actor.Demand(SignalRights.Publish);
        step.Checked();
        var kind = Word.Read(step.Event, LifeKind.Published);
        return await store.Write(
            actor,
            async db =>
            {
                var signal = await db.Signals.SingleOrDefaultAsync(s => s.Id == signalId) ?? throw Refusal.NotFound();
                var before = signal.State;
                if (signal.Take(kind, step, actor) is { } changes)
                {
                    await Link(db, signal, kind, changes, step.Note);
                    db.Record(
                        new SignalChanged(
                            signal.Id,
                            signal.Number,
                            signal.Pair,
                            kind,
                            before,
                            signal.State,
                            signal.Result,
                            signal.PublishedAt
                        )
                    );
                }
                return SignalRow.Of(signal);
            }
        );
    }

    /// <summary>The id behind what the API calls id: our id or the number. NotFound otherwise.</summary>
    public async Task<Guid> Resolve(Actor actor, string? identifier)
    {
        actor.Demand(SignalRights.See);
        await using var db = store.Open(actor);
        if (Guid.TryParse(identifier, out var id))
            return await db.Signals.Where(s => s.Id == id).Select(s => (Guid?)s.Id).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
        if (!long.TryParse(identifier, System.Globalization.NumberStyles.None, null, out var number))
            throw Refusal.NotFound();
        return await db.Signals.Where(s => s.Number == number).Select(s => (Guid?)s.Id).SingleOrDefaultAsync() ?? throw Refusal.NotFound();
    }

    private static async Task Link(AppDb db, Signal signal, LifeKind kind, IReadOnlyList<Signal.Change> changes, string? note)
    {
        var link = (await HashChain.Head(db, Chain)).Add(position => signal.LinkText(position, kind, changes, note, db.Actor.Role));
        db.SignalLinks.Add(new SignalLink(link, signal, kind));
    }
}
