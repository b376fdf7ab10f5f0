namespace CsDashboard.Search.Faceting;

/// <summary>The words of a part in their order, where the beginning of a word is a stretch and a mistyped one a walk.</summary>
internal sealed class Vocabulary(string[] words)
{
    public int Count => words.Length;

    public string this[int at] => words[at];

    /// <summary>From where to where words begin like this; the word itself, if it is there, is the first of them.</summary>
    public (int From, int To) Beginning(string with)
    {
        var from = First(with);
        if (from == words.Length || !words[from].StartsWith(with, StringComparison.Ordinal))
            return (from, from);
        // Beyond all that begin like this.
        var (low, high) = (from, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].StartsWith(with, StringComparison.Ordinal))
                low = middle + 1;
            else
                high = middle;
        }
        return (from, low);
    }

    /// <summary>Where the word stands; -1 when it isn't there.</summary>
    public int Of(string word) => First(word) is var at && at < words.Length && words[at] == word ? at : -1;

    /// <summary>
    /// The words in which at most so many letters are wrong, missing, too many, or changed places with their neighbour. Each word goes on
    /// from the row where it parts from the one before it, and what can't be reached any more is passed over.
    /// </summary>
    public List<(int At, int Errors)> Like(string word, int most)
    {
        var found = new List<(int, int)>();
        var rows = new int[word.Length + most + 2][];
        rows[0] = [.. Enumerable.Range(0, word.Length + 1)];
        for (var i = 1; i < rows.Length; i++)
            rows[i] = new int[word.Length + 1];
        // Rows up to here belong to the word before; beyond "dead" its beginning can't be reached any more.
        var (valid, dead, before) = (0, int.MaxValue, "");
        for (var at = 0; at < words.Length; at++)
        {
            var other = words[at];
            var shared = before.AsSpan().CommonPrefixLength(other);
            before = other;
            if (shared >= dead)
                continue;
            dead = int.MaxValue;
            if (other.Length > word.Length + most)
            {
                valid = Math.Min(valid, shared);
                continue;
            }
            valid = Math.Min(valid, shared);
            while (valid < other.Length)
            {
                valid++;
                if (Next(rows, valid, other, word) > most)
                {
                    dead = valid;
                    break;
                }
            }
            if (dead == int.MaxValue && rows[other.Length][word.Length] is var errors && errors <= most)
                found.Add((at, errors));
        }
        return found;
    }

    // Optimal string alignment, one row: gives its least.
    private static int Next(int[][] rows, int row, string other, string word)
    {
        var (above, own) = (rows[row - 1], rows[row]);
        var least = own[0] = row;
        for (var i = 1; i <= word.Length; i++)
        {
            var same = word[i - 1] == other[row - 1];
            var errors = Math.Min(Math.Min(above[i], own[i - 1]) + 1, above[i - 1] + (same ? 0 : 1));
            if (row > 1 && i > 1 && word[i - 1] == other[row - 2] && word[i - 2] == other[row - 1])
                errors = Math.Min(errors, rows[row - 2][i - 2] + 1);
            own[i] = errors;
            least = Math.Min(least, errors);
        }
        // A neighbour that changes places reaches back over one row.
        foreach (var earlier in above)
            least = Math.Min(least, earlier);
        return least;
    }

    private int First(string word)
    {
        var (low, high) = (0, words.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(words[middle], word) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
