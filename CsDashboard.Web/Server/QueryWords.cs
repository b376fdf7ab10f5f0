using System.Globalization;

namespace CsDashboard.Web.Server;

/// <summary>
/// Values of an address as a page reads them. Anybody can write anything into an address, so a page takes texts and ignores malformed
/// values. (Typed parameters would break the page.)
/// </summary>
internal static class QueryWords
{
    public static bool Flag(string? word) => bool.TryParse(word, out var set) && set;

    /// <summary>A whole number, zero or more; null for anything else.</summary>
    public static int? Number(string? word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? Id(string? word) => Guid.TryParse(word, out var id) ? id : null;
}
