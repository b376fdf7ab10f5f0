using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>An account as those see it who manage them.</summary>
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

    /// <summary>When they last did anything here, to five minutes; null for somebody who has never signed in.</summary>
    public required DateTimeOffset? LastActiveAt { get; init; }

    public UserState State =>
        IsDisabled ? UserState.Deactivated
        : HasPassword ? UserState.Active
        : UserState.Invited;
}
