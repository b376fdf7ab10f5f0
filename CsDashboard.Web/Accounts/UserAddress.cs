using CsDashboard.Accounts;
using CsDashboard.Web.Kit;

namespace CsDashboard.Web.Accounts;

/// <summary>Which people the page shows, in its address.</summary>
internal static class UserAddress
{
    public const string Path = "/admin/users";
    public const string Customers = "customers";

    public static ListAddress Of(string? query) => ListAddress.Of(Path, query, "name", "q", "role", "state", "second-factor");

    public static UserFilter Filter(ListAddress address) =>
        new()
        {
            OfCustomers = address.View == Customers,
            Search = address["q"],
            Role = address["role"],
            State = address["state"],
            SecondFactor = address["second-factor"],
        };
}
