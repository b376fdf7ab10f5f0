using System.Security.Cryptography;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

/// <summary>For acts that must be closed to a person who merely found the page open.</summary>
public sealed class PasswordAndCode
{
    [CurrentPassword]
    public string? Password { get; set; }

    [Text(40)]
    public string? Code { get; set; }
}
