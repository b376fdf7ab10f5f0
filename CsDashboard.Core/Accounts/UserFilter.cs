namespace CsDashboard.Accounts;

/// <summary>Which accounts a list shows. A word that there isn't is Invalid.</summary>
public sealed record UserFilter
{
    /// <summary>Every word of it must be part of the name or the address.</summary>
    public string? Search { get; init; }

    /// <summary>Customers' accounts, or staff's; null for both.</summary>
    public bool? OfCustomers { get; init; }

    /// <summary>agent, admin or customer.</summary>
    public string? Role { get; init; }

    /// <summary>active, invited or deactivated.</summary>
    public string? State { get; init; }

    /// <summary>on or off: two-step sign-in.</summary>
    public string? SecondFactor { get; init; }

    /// <summary>The filter in one line, for the record of an export.</summary>
    internal string Told =>
        string.Join(
            ' ',
            new[]
            {
                OfCustomers switch
                {
                    true => "customers",
                    false => "staff",
                    null => "*",
                },
                Pair("search", Search),
                Pair("role", Role),
                Pair("state", State),
                Pair("second-factor", SecondFactor),
            }.OfType<string>()
        );

    private static string? Pair(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : name + "=" + value.Replace('\0', ' ').Trim();
}
