using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed record UserRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required bool IsDisabled { get; init; }
    public required bool HasPassword { get; init; }
    public required bool HasSecondFactor { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? LastSignInAt { get; init; }
}
