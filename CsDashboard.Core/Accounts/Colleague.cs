using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>A member of staff as others may choose them: id and name.</summary>
public sealed record Colleague(Guid Id, string Name, Role Role);
