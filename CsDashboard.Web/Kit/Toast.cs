namespace CsDashboard.Web.Kit;

public sealed record Toast(Guid Id, string Text, string Tone, string? UndoLabel, Func<Task<bool>>? Undo);
