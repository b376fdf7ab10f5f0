namespace CsDashboard.Web.Kit;

/// <summary>
/// The text of a <see cref="DraftBox"/>, the key that stays the same for it until <c>DraftDone</c>, so that sending twice posts once, the
/// name under which the box is kept on the server, so that the sending empties it, and the ids of its files that have arrived. Busy while
/// others are on their way.
/// </summary>
public sealed record TakenDraft(string Text, string Key, string? Box, string[] Files, bool Busy);
