using System.Text.RegularExpressions;

namespace CsDashboard.Customers;

/// <summary>Words of the contract for our enums: "Very High" for VeryHigh, VIP as it is. Read without regard to case, blanks, hyphens and underscores.</summary>
public static partial class CustomerWords
{
    public static string Of<T>(T value) where T : struct, Enum => BetweenWords().Replace(value.ToString(), " ");

    /// <summary>Null for none; a wrong one is Invalid.</summary>
    public static T? Read<T>(string field, string? word) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(word)) return null;
        var plain = word.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(value.ToString(), plain, StringComparison.OrdinalIgnoreCase)) return value;
        throw Refusal.Invalid(field, Words.Of("Word_Unknown", string.Join(", ", Enum.GetValues<T>().Select(Of))));
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex BetweenWords();
}
