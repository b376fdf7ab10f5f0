using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Signals;

public sealed record AlertTokenRow(
    Guid Id,
    string Name,
    string Beginning,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt,
    int Taken,
    int Refused
);
