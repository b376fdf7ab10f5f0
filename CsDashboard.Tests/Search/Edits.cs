namespace CsDashboard.Tests.Search;

/// <summary>How many letters are wrong, missing, too many or have changed places: by the book, for tests.</summary>
internal static class Edits
{
    public static int Between(string one, string other)
    {
        var d = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        for (var j = 0; j <= other.Length; j++)
        {
            d[i, j] = Math.Max(i, j);
            if (i == 0 || j == 0)
                continue;
            d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
        }
        return d[one.Length, other.Length];
    }
}
