using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Web.Knowledge;

internal static class HelpCategory
{
    /// <summary>Categories with a name and icon of ours; a company may have others.</summary>
    public static readonly string[] Known = ["account", "orders", "payments", "returns", "products", "technical", "trading"];

    /// <summary>The category's name in the language, where we have one; else as the company wrote it.</summary>
    public static string Name(IStringLocalizer text, string category) =>
        text["Category." + category] is { ResourceNotFound: false } name ? name.Value : category;

    public static string Icon(string category) =>
        category switch
        {
            "account" => "user",
            "payments" => "vault",
            "orders" => "list",
            "products" => "tag",
            "returns" => "undo",
            "technical" => "settings",
            "trading" => "signal",
            _ => "book",
        };
}
