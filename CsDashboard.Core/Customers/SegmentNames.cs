namespace CsDashboard.Customers;

/// <summary>
/// How a customer buys (contract: membership, Segments), in the order in which they are tried; a word apart from tier and type
/// (contract C16).
/// </summary>
public static class SegmentNames
{
    public const string Vip = "vip",
        Inactive = "inactive",
        AtRisk = "at_risk",
        Frequent = "frequent",
        Occasional = "occasional";

    public static readonly string[] All = [Vip, Inactive, AtRisk, Frequent, Occasional];

    /// <summary>Also under the other words of the originals: at-risk, regular (frequent), new (occasional). Null for no segment.</summary>
    public static string? Known(string? word) =>
        word?.Trim().ToLowerInvariant() switch
        {
            "at-risk" or "at risk" => AtRisk,
            "regular" => Frequent,
            "new" => Occasional,
            var plain => All.Contains(plain) ? plain : null,
        };

    /// <summary>As <see cref="Known"/>; another word is Invalid.</summary>
    public static string Read(string field, string? word) =>
        Known(word) ?? throw Refusal.Invalid(field, Words.Of("Word_Unknown", string.Join(", ", All)));
}
