namespace CsDashboard.Web.Kit;

/// <summary>Calls from a page to composer.js and uploads.js. Whoever sends calls twice: takes all there is, and is done.</summary>
public static class BrowserCalls
{
    public static Task<TakenDraft> TakeDraft(this Browser js, string id) => js.Need<TakenDraft>("cs.composer.take", id);

    /// <summary>
    /// It was accepted: empties the box and its files, forgets the draft here and on the server, and goes to the end of the conversation.
    /// </summary>
    public static Task DraftDone(this Browser js, string id, bool focus = false) => js.Tell("cs.composer.done", id, focus);

    /// <summary>At the caret, with a space where one is needed.</summary>
    public static Task InsertIntoDraft(this Browser js, string id, string text) => js.Tell("cs.composer.insert", id, text);

    public static Task FocusDraft(this Browser js, string id) => js.Tell("cs.composer.focus", id);

    /// <summary>For files that belong to no box.</summary>
    public static Task<TakenFiles> TakeUploads(this Browser js, string id) => js.Need<TakenFiles>("cs.uploads.take", id);

    public static Task ClearUploads(this Browser js, string id) => js.Tell("cs.uploads.clear", id);
}
