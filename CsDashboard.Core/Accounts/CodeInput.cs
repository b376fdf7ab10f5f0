using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed class CodeInput
{
    [Text(40)]
    public string? Code { get; set; }
}
