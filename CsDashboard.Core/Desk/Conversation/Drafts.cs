using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

/// <summary>
/// What somebody has typed and not yet sent. Everybody has only their own drafts, and nothing about them is recorded as an event.
/// </summary>
public sealed class Drafts(Store store)
{
    /// <summary>How many boxes are remembered; beyond that, the oldest drafts are forgotten.</summary>
    public const int Most = 100;

    /// <summary>The draft of a box, or null.</summary>
    public async Task<DraftView?> Get(Actor actor, BoxKey box)
    {
        var (user, key) = (actor.DemandUser(), box.ToString());
        await using var db = store.Open(actor);
        return (await Kept.First(db, new(user, [key])))?.View;
    }

    /// <summary>The drafts of several boxes by their names; a box without one is left out.</summary>
    public async Task<IReadOnlyDictionary<string, DraftView>> Get(Actor actor, IReadOnlyCollection<BoxKey> boxes)
    {
        var (user, keys) = (actor.DemandUser(), boxes.Select(b => b.ToString()).ToList());
        await using var db = store.Open(actor);
        return (await Kept.List(db, new(user, keys))).ToDictionary(d => d.Key, d => d.View);
    }

    private static readonly CompiledRead<AskedBoxes, KeptDraft> Kept = new(
        (db, asked) =>
            db.Set<Draft>()
                .Where(d => d.UserId == asked.UserId && asked.Keys.Contains(d.Key))
                .Select(d => new KeptDraft(d.Key, new DraftView(d.Text, d.UpdatedAt)))
    );

    private sealed record AskedBoxes(Guid UserId, List<string> Keys);

    private sealed record KeptDraft(string Key, DraftView View);

    /// <summary>Keeps what is in the box now; an empty text removes the draft. Invalid for a text longer than a message may be.</summary>
    public async Task Keep(Actor actor, BoxKey box, string? text)
    {
        var (user, key) = (actor.DemandUser(), box.ToString());
        if (text?.Length > Message.MaxLength * 2)
            throw Refusal.Invalid("text", Words.Of("Text_TooLong", Message.MaxLength * 2));
        var clean = text?.Replace("\0", "", StringComparison.Ordinal) ?? "";
        await store.Write(
            actor,
            async db =>
            {
                var draft = await db.Drafts.SingleOrDefaultAsync(d => d.UserId == user && d.Key == key);
                if (string.IsNullOrWhiteSpace(clean))
                {
                    if (draft is not null)
                        db.Drafts.Remove(draft);
                    return;
                }
                if (draft is null)
                {
                    var newest = db
                        .Drafts.Where(d => d.UserId == user)
                        .OrderByDescending(d => d.UpdatedAt)
                        .Take(Most - 1)
                        .Select(d => d.Key);
                    await db.Drafts.Where(d => d.UserId == user && !newest.Contains(d.Key)).ExecuteDeleteAsync();
                    db.Drafts.Add(draft = new Draft { UserId = user, Key = key });
                }
                (draft.Text, draft.UpdatedAt) = (clean, actor.Now);
            }
        );
    }

    /// <summary>
    /// The text in these boxes was sent, with its files. Their drafts are removed in the same transaction, so no page opened afterwards
    /// shows them again.
    /// </summary>
    internal static async Task Sent(AppDb db, params IReadOnlyList<BoxKey?> boxes)
    {
        var sent = boxes.OfType<BoxKey>().SelectMany(box => new[] { box.ToString(), box.Files.ToString() }).ToList();
        if (db.Actor.UserId is { } user && sent.Count > 0)
            await db.Drafts.Where(d => d.UserId == user && sent.Contains(d.Key)).ExecuteDeleteAsync();
    }
}
