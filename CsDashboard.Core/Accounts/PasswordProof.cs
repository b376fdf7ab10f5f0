using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Accounts;

public sealed class PasswordProof
{
    [CurrentPassword]
    public string? Password { get; set; }
}
