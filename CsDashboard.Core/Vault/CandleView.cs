using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

/// <summary>An opened candle. Indicators is a JSON object.</summary>
public sealed record CandleView(BotType Type, string Pair, string Interval, Candle Candle, string Indicators);
