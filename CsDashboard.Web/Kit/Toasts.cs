namespace CsDashboard.Web.Kit;

/// <summary>
/// Short messages after an act, for one circuit (register as scoped). <see cref="ToastHost"/> in the layout shows them for eight
/// seconds, longer while the pointer or the focus is on them. With an undo they carry a button, which the key Z presses too.
/// </summary>
public sealed class Toasts
{
    private readonly List<Toast> shown = [];

    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => shown;

    /// <summary>Tone: neutral, success, warning or danger.</summary>
    public void Show(string text, string tone = "neutral", string? undoLabel = null, Func<Task>? undo = null)
    {
        if (shown.Count == 4) shown.RemoveAt(0);
        shown.Add(new Toast(Guid.NewGuid(), text, tone, undoLabel, undo));
        Changed?.Invoke();
    }

    public void Dismiss(Toast toast)
    {
        if (shown.Remove(toast)) Changed?.Invoke();
    }
}

public sealed record Toast(Guid Id, string Text, string Tone, string? UndoLabel, Func<Task>? Undo);
