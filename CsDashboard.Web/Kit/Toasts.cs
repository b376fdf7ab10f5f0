namespace CsDashboard.Web.Kit;

/// <summary>
/// Short messages after an act, for one circuit (register as scoped): one at a time, the newest. <see cref="ToastHost"/> in the
/// layout shows it for eight seconds, longer while the pointer or the focus is on it. With an undo it carries a button; the key Z presses
/// it, even for a minute after it has gone, and undoing shows a toast of its own.
/// </summary>
public sealed class Toasts
{
    public event Action? Changed;

    /// <summary>What is on the screen.</summary>
    public Toast? Shown { get; private set; }

    /// <summary>The last act that can be taken back.</summary>
    public Toast? Undoable { get; private set; }

    /// <summary>
    /// Says what was done. Tone: neutral, success, warning or danger. An undo that shows nothing itself is answered with "Undone: …"; false
    /// says that it was refused.
    /// </summary>
    public void Show(string text, string tone = "neutral", string? undoLabel = null, Func<Task<bool>>? undo = null)
    {
        Shown = new Toast(Guid.NewGuid(), text, tone, undoLabel, undo);
        if (undo is not null)
            Undoable = Shown;
        Changed?.Invoke();
    }

    public void Dismiss(Toast toast)
    {
        if (Shown != toast)
            return;
        Shown = null;
        Changed?.Invoke();
    }

    /// <summary>Its time is up, or it was undone.</summary>
    public void Forget(Toast toast)
    {
        if (Undoable != toast)
            return;
        Undoable = null;
        Changed?.Invoke();
    }
}
