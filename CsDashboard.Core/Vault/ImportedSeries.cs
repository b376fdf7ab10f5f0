using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>What was imported into one series.</summary>
public sealed record ImportedSeries(
    BotType Type,
    string Pair,
    string Interval,
    int Added,
    int Repeated,
    DateTimeOffset From,
    DateTimeOffset To
);
