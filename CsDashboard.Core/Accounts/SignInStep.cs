using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What a correct password leads to: a session, or the second step.</summary>
public sealed record SignInStep(SignInOutcome? Outcome, SecondStep? Then);
