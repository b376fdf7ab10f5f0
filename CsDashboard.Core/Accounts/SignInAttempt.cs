using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Accounts;

/// <summary>An attempt to sign in, kept for the lock-out, even for addresses without an account.</summary>
public sealed class SignInAttempt
{
    public Guid Id { get; init; } = Ids.New();
    public required string Email { get; init; }

    /// <summary>The network it came from (<see cref="AddressBlock"/>).</summary>
    public required string Address { get; init; }

    /// <summary>
    /// The device, where it is known to be the owner's; <see cref="Guess.Inside"/> where somebody is signed in already; else empty.
    /// </summary>
    public string Door { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public bool Succeeded { get; init; }
}
