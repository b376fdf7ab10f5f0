using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

public sealed record DraftView(string Text, DateTimeOffset UpdatedAt);

/// <summary>What somebody has typed and not yet sent. Own drafts only; nothing of it is an event.</summary>
public sealed class Drafts(Store store)
{
    private const int KeyLength = 100;
    /// <summary>So many boxes are remembered; beyond it, what was typed longest ago is forgotten.</summary>
    public const int Most = 100;

    /// <summary>The draft of a box, or null.</summary>
    public async Task<DraftView?> Get(Actor actor, string key)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db.Drafts.Where(d => d.UserId == user && d.Key == key).Select(d => new DraftView(d.Text, d.UpdatedAt)).SingleOrDefaultAsync();
    }

    /// <summary>The drafts of several boxes, by their keys; a box without one is left out.</summary>
    public async Task<IReadOnlyDictionary<string, DraftView>> Get(Actor actor, IReadOnlyCollection<string> keys)
    {
        var user = actor.DemandUser();
        await using var db = store.Open(actor);
        return await db.Drafts.Where(d => d.UserId == user && keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, d => new DraftView(d.Text, d.UpdatedAt));
    }

    /// <summary>Keeps what is in the box now; an empty text removes the draft. Invalid for a text longer than a message may be.</summary>
    public async Task Keep(Actor actor, string key, string? text)
    {
        var user = actor.DemandUser();
        if (key.Length is 0 or > KeyLength) throw Refusal.Invalid("key", Words.Of("Text_TooLong", KeyLength));
        if (text?.Length > Message.MaxLength * 2) throw Refusal.Invalid("text", Words.Of("Text_TooLong", Message.MaxLength * 2));
        var clean = text?.Replace("\0", "", StringComparison.Ordinal) ?? "";
        await store.Write(actor, async db =>
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.UserId == user && d.Key == key);
            if (string.IsNullOrWhiteSpace(clean))
            {
                if (draft is not null) db.Drafts.Remove(draft);
                return;
            }
            if (draft is null)
            {
                var newest = db.Drafts.Where(d => d.UserId == user).OrderByDescending(d => d.UpdatedAt).Take(Most - 1).Select(d => d.Key);
                await db.Drafts.Where(d => d.UserId == user && !newest.Contains(d.Key)).ExecuteDeleteAsync();
                db.Drafts.Add(draft = new Draft { UserId = user, Key = key });
            }
            (draft.Text, draft.UpdatedAt) = (clean, actor.Now);
        });
    }

    /// <summary>Under which key the files of a box are kept: their ids, between spaces.</summary>
    public static string FilesOf(string box) => box + ":files";

    /// <summary>What was typed in these boxes is sent, with its files; in the same transaction nothing is kept of it, so no page that is opened afterwards shows it again.</summary>
    internal static async Task Sent(AppDb db, params IReadOnlyList<string?> boxes)
    {
        var sent = boxes.OfType<string>().SelectMany(box => new[] { box, FilesOf(box) }).ToList();
        if (db.Actor.UserId is { } user && sent.Count > 0) await db.Drafts.Where(d => d.UserId == user && sent.Contains(d.Key)).ExecuteDeleteAsync();
    }
}
