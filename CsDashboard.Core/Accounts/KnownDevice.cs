using System.Net;
using System.Net.Sockets;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A browser or program from which somebody has signed in before.</summary>
public sealed class KnownDevice
{
    public Guid Id { get; init; } = Ids.New();
    public Guid UserId { get; init; }

    /// <summary>SHA-256 in hex: of the random mark that the browser keeps, or of the user agent where there is none.</summary>
    public required string Hash { get; init; }

    /// <summary>In words, e.g. Firefox, Windows; null when it is unknown.</summary>
    public string? Name { get; set; }
    public DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
}
