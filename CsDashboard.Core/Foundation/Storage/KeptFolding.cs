using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// The version of the folding that something is stored in. While it is being folded again, After is the place to go on from.
/// </summary>
public sealed class KeptFolding
{
    public required string Kept { get; init; }
    public int Version { get; init; }
    public bool IsDone { get; init; }
    public string? After { get; init; }
}
