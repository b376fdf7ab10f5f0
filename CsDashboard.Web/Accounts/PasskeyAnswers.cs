using System.Security.Cryptography;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Web.Accounts;

public sealed record PasskeyProof(string? Credential, string? ReturnUrl);
