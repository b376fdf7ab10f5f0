using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>
/// No sign-in for this pair of account and network until then (contract: market, Lock-out); see <see cref="Guess"/> for what an empty half
/// and a door mean.
/// </summary>
public sealed class Lockout
{
    public Guid Id { get; init; } = Ids.New();
    public required string Email { get; init; }
    public required string Address { get; init; }
    public DateTimeOffset Until { get; set; }
}
