using System.Security.Cryptography;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers;

/// <summary>Membership tiers, from least to most (contract: enhanced, Registration).</summary>
public static class Tiers
{
    public const string Free = "free",
        Standard = "standard";
    public static readonly string[] All = [Free, Standard, "premium", "kickstarter", "starter", "pro", "enterprise"];

    /// <summary>In words, for who reads it.</summary>
    public static string NameOf(string tier) => Words.Of("Membership_" + tier);
}
