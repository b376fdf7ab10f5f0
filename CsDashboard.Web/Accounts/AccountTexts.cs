using System.Resources;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Accounts;

/// <summary>The texts of sign-in and accounts (AccountTexts.resx, AccountTexts.ar.resx).</summary>
public sealed class AccountTexts
{
    private static readonly ResourceManager Source = new(typeof(AccountTexts));

    private AccountTexts() { }

    /// <summary>For code outside components.</summary>
    public static string Of(string key) => Source.Text(key);
}
