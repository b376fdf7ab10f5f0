namespace CsDashboard.Accounts;

/// <summary>A company. Its rows are kept apart from every other company's.</summary>
public sealed class Tenant
{
    public Guid Id { get; init; } = Ids.New();
    public required string Name { get; set; }

    /// <summary>The name in addresses: lower-case letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    /// <summary>IANA name, e.g. Asia/Riyadh.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>
    /// ISO 3166, two letters: whose its phone numbers are where they name no country. Null where nobody has said: the country of the time
    /// zone.
    /// </summary>
    public string? Country { get; set; }

    /// <summary>ISO 4217: the currency of all the company's figures and of the amounts that admins enter.</summary>
    public string Currency { get; set; } = Foundation.Currency.Usual.Code;
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The roles whose people must have a second factor, separated by spaces.</summary>
    public string SecondFactorFor { get; set; } = "";

    internal static bool Demands(string roles, Role role) => roles.Split(' ').Contains(role.ToString());
}
