using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed record PasskeyRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
