using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>What a right password leads to: in, or to the second step.</summary>
public sealed record SignInStep(SignInOutcome? Outcome, SecondStep? Then);
