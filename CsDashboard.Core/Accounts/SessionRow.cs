using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Accounts;

public sealed record SessionRow(
    Guid Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastSeenAt,
    string? Address,
    string? Block,
    string? Browser,
    bool IsBrowser
);
