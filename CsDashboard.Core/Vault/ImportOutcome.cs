using System.Data.Common;
using CsDashboard.Bots;
using CsDashboard.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CsDashboard.Vault;

/// <summary>
/// How many candles were new, and how many there were already. Differing are existing candles that have other figures in the file; the
/// vault's were kept. The first such lines are named.
/// </summary>
public sealed record ImportOutcome(int Added, int Repeated)
{
    public int Differing { get; init; }
    public IReadOnlyList<FieldError> DifferingLines { get; init; } = [];
    public IReadOnlyList<ImportedSeries> Series { get; init; } = [];
    public string? VolumeColumn { get; init; }
    public bool TookUtc { get; init; }
}
