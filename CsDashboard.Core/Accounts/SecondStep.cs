using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>Whoever has got as far as the password; good for a few minutes, on the same browser.</summary>
public sealed record SecondStep(Guid UserId, string Proof);
