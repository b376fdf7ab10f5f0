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

public static class Schemes
{
    /// <summary>A browser.</summary>
    public const string Cookie = "Cookie";

    /// <summary>A program that signed in.</summary>
    public const string Bearer = "Bearer";

    /// <summary>A program with the service key.</summary>
    public const string ServiceKey = "ServiceKey";

    /// <summary>A browser whose password was right and whose code is still to come.</summary>
    internal const string SecondStep = "SecondStep";

    /// <summary>Picks one of the others by what the request carries.</summary>
    internal const string Any = "Any";
}
