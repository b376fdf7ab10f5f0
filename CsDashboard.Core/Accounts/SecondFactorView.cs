using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed record SecondFactorView(bool IsOn, DateTimeOffset? Since, int CodesLeft, bool IsDemanded);
