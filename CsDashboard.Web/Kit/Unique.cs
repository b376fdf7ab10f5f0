using System.Globalization;

namespace CsDashboard.Web.Kit;

/// <summary>Ids for elements that refer to one another within a component.</summary>
internal static class Unique
{
    private static long last;

    public static string Id(string prefix) => prefix + "-" + Interlocked.Increment(ref last).ToString("x", CultureInfo.InvariantCulture);
}
