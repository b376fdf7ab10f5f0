using System.Globalization;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Ticketing;

/// <summary>
/// The number of a ticket as people say it on a phone, #1042: counted by company from 1001 on. The API's own number (TKT-…) stays beside
/// it.
/// </summary>
public static class ShortNumber
{
    internal const int BeforeFirst = 1000;
    private const int Digits = 9;

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"#{number}");

    /// <summary>The number in a text such as #1042, T-1042 or 1042, in the digits of any script; null for any other text.</summary>
    public static int? Read(string? text)
    {
        var said = WithoutSign(text?.Trim() ?? "");
        return
            said.Length <= Digits
            && int.TryParse(string.Concat(said.Select(Lines.AsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The text can only mean a ticket's number, since it has the sign before it.</summary>
    public static bool IsNamed(string text) => Read(text) is not null && WithoutSign(text.Trim()).Length < text.Trim().Length;

    private static string WithoutSign(string text) =>
        text.StartsWith('#') ? text[1..].TrimStart()
        : text.StartsWith("T-", StringComparison.OrdinalIgnoreCase) ? text[2..]
        : text;
}
