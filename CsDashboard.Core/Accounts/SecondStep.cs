using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A person who got past the password; valid for a few minutes, in the same browser.</summary>
public sealed record SecondStep(Guid UserId, string Proof);
