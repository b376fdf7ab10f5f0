namespace CsDashboard.Web.Kit;

/// <summary>
/// The text of a <see cref="DraftBox"/>, the key that stays the same for it until <c>DraftDone</c>, so that sending twice posts once, and the name under
/// which the box is kept on the server, so that the sending empties it.
/// </summary>
public sealed record TakenDraft(string Text, string Key, string? Box = null);

/// <summary>Calls from a page to composer.js and uploads.js.</summary>
public static class BrowserCalls
{
    public static Task<TakenDraft> TakeDraft(this Browser js, string id) => js.Need<TakenDraft>("cs.composer.take", id);

    /// <summary>The text was accepted: empties the box and forgets the draft here and on the server.</summary>
    public static Task DraftDone(this Browser js, string id) => js.Tell("cs.composer.done", id);

    public static Task SetDraft(this Browser js, string id, string text) => js.Tell("cs.composer.set", id, text);

    /// <summary>At the caret, with a space where one is needed.</summary>
    public static Task InsertIntoDraft(this Browser js, string id, string text) => js.Tell("cs.composer.insert", id, text);

    public static Task FocusDraft(this Browser js, string id) => js.Tell("cs.composer.focus", id);

    /// <summary>The ids of the files that have arrived; those still on their way are not among them.</summary>
    public static Task<string[]> TakeUploads(this Browser js, string id) => js.Need<string[]>("cs.uploads.take", id);

    public static Task<bool> UploadsBusy(this Browser js, string id) => js.Need<bool>("cs.uploads.busy", id);

    public static Task ClearUploads(this Browser js, string id) => js.Tell("cs.uploads.clear", id);
}
