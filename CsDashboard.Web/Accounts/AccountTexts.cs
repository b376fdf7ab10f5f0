using System.Globalization;
using System.Resources;

namespace CsDashboard.Web.Accounts;

/// <summary>The texts of sign-in and accounts (AccountTexts.resx, AccountTexts.ar.resx).</summary>
public sealed class AccountTexts
{
    private static readonly ResourceManager Source = new(typeof(AccountTexts));

    private AccountTexts() { }

    /// <summary>For code outside components.</summary>
    public static string Of(string key) => Source.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
