using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>The outcome of a sign-in: who it is, as which actor, and tokens where they were asked for.</summary>
public sealed record SignInOutcome(UserView User, Actor Actor, Tokens? Tokens);
