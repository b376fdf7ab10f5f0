using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Identity;

public static class Policies
{
    public const string SignedIn = "SignedIn";

    /// <summary>A customer; their own data only.</summary>
    public const string Customer = "Customer";

    /// <summary>Agents, admins and the service key.</summary>
    public const string Staff = "Staff";
    public const string Admin = "Admin";

    /// <summary>The service key alone.</summary>
    public const string Service = "Service";
}
