using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Tests.Harness;

/// <summary>A member of the cast in a database.</summary>
internal sealed record Member(Guid TenantId, Guid UserId, Guid? CustomerId, string Name, Role Role, string Language);
