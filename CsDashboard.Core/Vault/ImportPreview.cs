using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>
/// What is in a file before it is imported: its first rows, and the first lines that are wrong. The volume is from the column
/// named, and 0 everywhere without one; where a time named no zone it was taken as UTC. Places are the series that the file itself names.
/// </summary>
public sealed record ImportPreview(
    int Rows,
    int BadRows,
    IReadOnlyList<Candle> First,
    IReadOnlyList<FieldError> Faults,
    DateTimeOffset? From,
    DateTimeOffset? To
)
{
    public string? VolumeColumn { get; init; }
    public bool TookUtc { get; init; }
    public IReadOnlyList<CandlePlace> Places { get; init; } = [];
}
