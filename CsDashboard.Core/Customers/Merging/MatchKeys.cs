using CsDashboard.Search;

namespace CsDashboard.Customers.Merging;

/// <summary>
/// Values that are equal for two records of one person, stored with each record and indexed, so that matches are found among a million.
/// </summary>
public static class MatchKeys
{
    /// <summary>How similar names must be, from 0 to 1, to be reported.</summary>
    public const double Enough = 0.55;

    /// <summary>
    /// The normalised address without a tag behind '+', whatever the domain. Outside gmail.com that is a likeness and no more
    /// (contract: enhanced, E-mail).
    /// </summary>
    public static string OfEmail(string normalised)
    {
        var (at, plus) = (normalised.IndexOf('@'), normalised.IndexOf('+'));
        return plus > 0 && plus < at ? normalised[..plus] + normalised[at..] : normalised;
    }

    /// <summary>
    /// The folded words in the order of the alphabet, so that "Haddad, Amal" is "Amal Haddad"; null for a single word, which too many
    /// share.
    /// </summary>
    public static string? OfName(string name)
    {
        var words = Folding.Words(name).Select(w => w.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (words.Count < 2)
            return null;
        var key = string.Join(' ', words);
        return key.Length > 100 ? key[..100] : key;
    }

    /// <summary>From 0 to 1: how many groups of three letters two names share, whatever the order of their words.</summary>
    public static double Likeness(IReadOnlySet<string> one, IReadOnlySet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    /// <summary>The groups of three letters of a name, for <see cref="Likeness"/>.</summary>
    public static IReadOnlySet<string> Threes(string name)
    {
        var threes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Folding.Words(name))
        {
            var text = $"  {word.Text} ";
            for (var i = 0; i + 3 <= text.Length; i++)
                threes.Add(text.Substring(i, 3));
        }
        return threes;
    }
}
