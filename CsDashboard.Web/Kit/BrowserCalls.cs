using Microsoft.JSInterop;

namespace CsDashboard.Web.Kit;

/// <summary>
/// The text of a <see cref="DraftBox"/>, the key that stays the same for it until <c>DraftDone</c>, so that sending twice posts once, and the name under
/// which the box is kept on the server, so that the sending empties it.
/// </summary>
public sealed record TakenDraft(string Text, string Key, string? Box = null);

/// <summary>Calls from a page to composer.js and uploads.js.</summary>
public static class BrowserCalls
{
    public static ValueTask<TakenDraft> TakeDraft(this IJSRuntime js, string id) => js.InvokeAsync<TakenDraft>("cs.composer.take", id);

    /// <summary>The text was accepted: empties the box and forgets the draft here and on the server.</summary>
    public static ValueTask DraftDone(this IJSRuntime js, string id) => js.InvokeVoidAsync("cs.composer.done", id);

    public static ValueTask SetDraft(this IJSRuntime js, string id, string text) => js.InvokeVoidAsync("cs.composer.set", id, text);

    /// <summary>At the caret, with a space where one is needed.</summary>
    public static ValueTask InsertIntoDraft(this IJSRuntime js, string id, string text) => js.InvokeVoidAsync("cs.composer.insert", id, text);

    public static ValueTask FocusDraft(this IJSRuntime js, string id) => js.InvokeVoidAsync("cs.composer.focus", id);

    /// <summary>The ids of the files that have arrived; those still on their way are not among them.</summary>
    public static ValueTask<string[]> TakeUploads(this IJSRuntime js, string id) => js.InvokeAsync<string[]>("cs.uploads.take", id);

    public static ValueTask<bool> UploadsBusy(this IJSRuntime js, string id) => js.InvokeAsync<bool>("cs.uploads.busy", id);

    public static ValueTask ClearUploads(this IJSRuntime js, string id) => js.InvokeVoidAsync("cs.uploads.clear", id);
}
