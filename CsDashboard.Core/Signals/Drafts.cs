using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

/// <summary>Signals that somebody proposes and an admin has still to decide on.</summary>
public sealed class Drafts(Store store)
{
    private const int MostListed = 200;

    /// <summary>
    /// Proposes a signal. Bots do, as the product itself acting for their company; alerts of charts and admins too. The same key again
    /// gives the existing draft. Invalid for a malformed price or a text that is too long; missing values and wrong sides are for the admin
    /// to fix.
    /// </summary>
    public Task<Guid> Propose(Actor actor, NewDraft draft)
    {
        actor.Demand(SignalRights.Publish);
        Check(draft.Signal);
        return store.Write(actor, db => Add(db, draft));
    }

    /// <summary>Rewrites a draft. NotFound for an unknown one, or one published by now.</summary>
    public async Task Edit(Actor actor, Guid draftId, NewSignal input)
    {
        actor.Demand(SignalRights.Publish);
        Check(input);
        await store.Write(
            actor,
            async db =>
            {
                var draft = await Find(db, draftId);
                draft.Fill(input, actor.Now);
                db.AnnounceAfterCommit(Foundation.Live.Topic.Room(actor.TenantId, "Signals"));
            }
        );
    }

    /// <summary>Throws a draft away; safe to repeat. NotFound for one that was published.</summary>
    public async Task Discard(Actor actor, Guid draftId)
    {
        actor.Demand(SignalRights.Publish);
        await store.Write(
            actor,
            async db =>
            {
                if (await db.SignalDrafts.SingleOrDefaultAsync(d => d.Id == draftId) is not { } draft)
                    return;
                if (draft.SignalId is not null)
                    throw Refusal.NotFound();
                db.SignalDrafts.Remove(draft);
                db.Record(new SignalDraftDiscarded(draft.Id, draft.Pair));
            }
        );
    }

    /// <summary>The drafts that wait, newest first; at most 200.</summary>
    public async Task<IReadOnlyList<DraftView>> List(Actor actor)
    {
        actor.Demand(SignalRights.Publish);
        await using var db = store.Open(actor);
        var drafts = await db
            .SignalDrafts.Where(d => d.SignalId == null)
            .OrderByDescending(d => d.CreatedAt)
            .ThenByDescending(d => d.Id)
            .Take(MostListed)
            .ToListAsync();
        return await Told(db, drafts);
    }

    /// <summary>One that waits. NotFound.</summary>
    public async Task<DraftView> Get(Actor actor, Guid draftId)
    {
        actor.Demand(SignalRights.Publish);
        await using var db = store.Open(actor);
        return (await Told(db, [await Find(db, draftId)]))[0];
    }

    /// <summary>Adds a draft inside a write; the one with the same key, where there is one.</summary>
    internal static async Task<Guid> Add(AppDb db, NewDraft input)
    {
        var key = input.Signal.Key;
        if (
            key is not null
            && await db.SignalDrafts.Where(d => d.ClientKey == key).Select(d => (Guid?)d.Id).FirstOrDefaultAsync() is { } already
        )
            return already;
        var draft = new SignalDraft
        {
            Source = input.Source,
            BotId = input.BotId,
            CandleText = SignalCandles.TextOf(input.Signal.Candles),
            ProposedBy = db.Actor.UserId,
            ClientKey = key,
            CreatedAt = db.Actor.Now,
            Original = input.Original is { Length: > SignalDraft.MaxOriginal } long_ ? long_[..SignalDraft.MaxOriginal] : input.Original,
        }.Fill(input.Signal, db.Actor.Now);
        db.SignalDrafts.Add(draft);
        db.Record(new SignalDrafted(draft.Id, draft.Source, draft.Pair));
        return draft.Id;
    }

    // With the time at which the same words came before.
    private static async Task<List<DraftView>> Told(AppDb db, List<SignalDraft> drafts)
    {
        var alerts = db.Alerts;
        Guid?[] ids = [.. drafts.Where(d => d.Source == DraftSource.Alert).Select(d => (Guid?)d.Id)];
        var before =
            ids.Length == 0
                ? []
                : await alerts
                    .Where(a => ids.Contains(a.DraftId))
                    .Select(a => new
                    {
                        a.DraftId,
                        At = alerts
                            .Where(b => b.TokenId == a.TokenId && b.Key == a.Key && b.ReceivedAt < a.ReceivedAt)
                            .Max(b => (DateTimeOffset?)b.ReceivedAt),
                    })
                    .Where(a => a.At != null)
                    .ToDictionaryAsync(a => a.DraftId!.Value, a => a.At);
        return drafts.ConvertAll(d => d.View with { SaidBefore = before.GetValueOrDefault(d.Id) });
    }

    private static void Check(NewSignal input)
    {
        input.Checked();
        if (input.Indicators?.Count > SignalTerms.MaxIndicators)
            throw Refusal.Invalid("indicators", Words.Of("Signal_Indicators", SignalTerms.MaxIndicators));
    }

    private static async Task<SignalDraft> Find(AppDb db, Guid draftId) =>
        await db.SignalDrafts.SingleOrDefaultAsync(d => d.Id == draftId && d.SignalId == null) ?? throw Refusal.NotFound();
}
