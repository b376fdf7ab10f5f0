using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Storage;

/// <summary>The folding by which something is kept. While it is being folded anew there is a place to go on from.</summary>
public sealed class KeptFolding
{
    public required string Kept { get; init; }
    public int Version { get; init; }
    public bool IsDone { get; init; }
    public string? After { get; init; }
}
