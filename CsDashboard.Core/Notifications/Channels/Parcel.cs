namespace CsDashboard.Notifications.Channels;

/// <summary>
/// A row of the outbox and what its message says besides: which company it comes from, where its links lead, and the word that stops such
/// messages.
/// </summary>
internal sealed record Parcel(Notification Row, string Company, string PublicUrl, string? Stop);
