using System.Text.Json;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Audit;

/// <summary>
/// What an event changed, as lines removed and added: the states before and after, a field a line, long texts line by line. For an event
/// without states it is what was recorded.
/// </summary>
public static class Differences
{
    private const int MaxLines = 400;
    private const int MaxLine = 1_000;

    // What IEvent itself adds to a payload; it is shown elsewhere.
    private static readonly string[] Frame = ["about", "before", "after", "sentence", "live", "forCustomer"];

    public static IReadOnlyList<DiffLine> Of(StoredEvent happening)
    {
        if (happening.Before is null && happening.After is null)
            return [.. Lines(happening.Payload, payload: true).Select(line => new DiffLine(DiffKind.Same, line))];
        return Between(Lines(happening.Before), Lines(happening.After));
    }

    /// <summary>The shortest way from one list of lines to the other; lists beyond 400 lines are cut.</summary>
    internal static IReadOnlyList<DiffLine> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        // How many lines can stay, from each pair of places to the end.
        var stay = new int[before.Count + 1, after.Count + 1];
        for (var b = before.Count - 1; b >= 0; b--)
        for (var a = after.Count - 1; a >= 0; a--)
            stay[b, a] = before[b] == after[a] ? stay[b + 1, a + 1] + 1 : Math.Max(stay[b + 1, a], stay[b, a + 1]);
        var lines = new List<DiffLine>();
        var (x, y) = (0, 0);
        while (x < before.Count || y < after.Count)
        {
            if (x < before.Count && y < after.Count && before[x] == after[y])
            {
                lines.Add(new DiffLine(DiffKind.Same, before[x]));
                (x, y) = (x + 1, y + 1);
            }
            else if (y >= after.Count || (x < before.Count && stay[x + 1, y] >= stay[x, y + 1]))
                lines.Add(new DiffLine(DiffKind.Removed, before[x++]));
            else
                lines.Add(new DiffLine(DiffKind.Added, after[y++]));
        }
        return lines;
    }

    private static IReadOnlyList<string> Lines(string? json, bool payload = false)
    {
        if (json is null)
            return [];
        var lines = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json);
            Flatten(document.RootElement, "", lines, payload);
        }
        catch (JsonException)
        {
            Add(lines, "", json);
        }
        return lines;
    }

    private static void Flatten(JsonElement value, string name, List<string> lines, bool payload = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    if (!payload || !Frame.Contains(member.Name))
                        Flatten(member.Value, name.Length == 0 ? member.Name : name + "." + member.Name, lines);
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in value.EnumerateArray())
                    Flatten(item, $"{name}[{++at}]", lines);
                break;
            case JsonValueKind.Null:
                break;
            default:
                Add(lines, name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
                break;
        }
    }

    private static void Add(List<string> lines, string name, string text)
    {
        foreach (var (line, i) in text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line, i)))
        {
            if (lines.Count >= MaxLines)
                return;
            var cut = line.Length > MaxLine ? Foundation.Lines.Cut(line, MaxLine) + "…" : line;
            lines.Add(i == 0 && name.Length > 0 ? $"{name}: {cut}" : cut);
        }
    }
}
