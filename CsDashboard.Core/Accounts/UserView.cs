using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A person as signed-in programs and pages see them.</summary>
public sealed record UserView
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string Company { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required Role Role { get; init; }
    public required Guid? CustomerId { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required string? Digits { get; init; }
    public bool IsConfirmed { get; init; } = true;
}
