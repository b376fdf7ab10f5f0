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
    /// <summary>SHA-256 of the random mark that the browser keeps, hex; of what a program calls itself, where it keeps none.</summary>
    public required string Hash { get; init; }
    /// <summary>In words, e.g. Firefox, Windows; null when it can't be told.</summary>
    public string? Name { get; set; }
    public DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
}
