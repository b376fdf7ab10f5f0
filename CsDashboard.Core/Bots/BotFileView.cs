using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>
/// What a bot was given to replay: how many candles, from when to when, which column their volume is (null for none), and whether times
/// without a zone were taken as UTC.
/// </summary>
public sealed record BotFileView(int Candles, DateTimeOffset From, DateTimeOffset To, string? VolumeColumn, bool TookUtc);
