using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>Where the candles of a file belong, as far as the file itself doesn't say.</summary>
public sealed class ImportTarget
{
    public string? BotType { get; set; }
    public string? Pair { get; set; }
    public string? Interval { get; set; }
}
