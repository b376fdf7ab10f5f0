using System.Globalization;
using System.Text;
using System.Text.Json;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>Where candles belong, as far as it is known.</summary>
public sealed record CandlePlace(BotType? Type = null, string? Pair = null, string? Interval = null);
