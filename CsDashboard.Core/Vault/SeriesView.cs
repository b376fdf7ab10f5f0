using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Vault;

public sealed record SeriesView(BotType Type, string Pair, string Interval);
