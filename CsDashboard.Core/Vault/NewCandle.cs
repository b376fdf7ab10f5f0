using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

/// <summary>A candle that a program enters with the PIN; without a time it is now.</summary>
public sealed record NewCandle
{
    public required string? BotType { get; init; }
    public required string? Pair { get; init; }
    public required string? Interval { get; init; }
    public required DateTimeOffset? Time { get; init; }
    public required decimal Open { get; init; }
    public required decimal High { get; init; }
    public required decimal Low { get; init; }
    public required decimal Close { get; init; }
    public required decimal Volume { get; init; }
    public required string? Indicators { get; init; }
}
