using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CsDashboard.Vault;

/// <summary>The state of a company's vault, as its gate shows it.</summary>
public sealed record VaultState(
    bool IsSealed,
    bool HasPin,
    bool HasOwnPin,
    DateTimeOffset? LockedUntil,
    int TriesLeft,
    DateTimeOffset? OpenUntil
);
