using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Writes those rules of a style sheet whose classes are all of the families named: a family is the beginning of its classes' names
/// (mud-button, mud-button-filled), but for names with one of the words that are left out. Rules for bare elements go: the ground is ours.
/// A class of ours that is drawn as some of the library's has their rules too, under its own name.
/// </summary>
public sealed class KeepRules : Task
{
    private static readonly Regex Comment = new Regex(@"/\*.*?\*/", RegexOptions.Singleline);
    private static readonly Regex Not = new Regex(@":not\([^()]*\)");
    private static readonly Regex Class = new Regex(@"\.(-?[A-Za-z_][\w-]*)");
    private readonly Dictionary<string, string[]> drawn = new Dictionary<string, string[]>();
    private readonly Dictionary<string, string> motions = new Dictionary<string, string>();

    [Required]
    public string From { get; set; }

    [Required]
    public string To { get; set; }

    public string[] Families { get; set; } = new string[0];

    public string[] LeftOut { get; set; } = new string[0];

    /// <summary>name=theirs theirs</summary>
    public string[] Drawn { get; set; } = new string[0];

    public override bool Execute()
    {
        foreach (var piece in Drawn.Select(one => one.Split('=')))
            drawn[piece[0]] = piece[1].Split(' ');
        var at = 0;
        var kept = Rules(Comment.Replace(File.ReadAllText(From), ""), ref at);
        foreach (var motion in motions.Where(m => kept.Contains(m.Key.Split(' ').Last())).ToList())
            kept += motion.Key + "{" + motion.Value + "}\n";
        Directory.CreateDirectory(Path.GetDirectoryName(To));
        File.WriteAllText(To, kept);
        return true;
    }

    // Up to the brace that closes what is around them.
    private string Rules(string css, ref int at)
    {
        var kept = new StringBuilder();
        while (true)
        {
            while (at < css.Length && char.IsWhiteSpace(css[at]))
                at++;
            var open = at < css.Length && css[at] != '}' ? css.IndexOfAny(new[] { '{', ';' }, at) : -1;
            if (open < 0)
                return kept.ToString();
            var head = css.Substring(at, open - at).Trim();
            at = open + 1;
            if (css[open] == ';')
                continue;
            if (head.StartsWith("@media") || head.StartsWith("@supports"))
            {
                var inner = Rules(css, ref at);
                at++;
                if (inner.Length > 0)
                    kept.Append(head).Append("{\n").Append(inner).Append("}\n");
                continue;
            }
            var close = End(css, at);
            var body = css.Substring(at, close - at);
            at = close + 1;
            var selectors = head[0] == '@' ? "" : string.Join(",", Parts(head).SelectMany(Sent));
            if (head[0] == '@')
                motions[head] = body;
            else if (selectors.Length > 0)
                kept.Append(selectors).Append('{').Append(body).Append("}\n");
        }
    }

    private IEnumerable<string> Sent(string selector)
    {
        var names = Class.Matches(Not.Replace(selector, "")).Cast<Match>().Select(m => m.Groups[1].Value).ToList();
        if (names.Count == 0)
            yield break;
        if (names.All(IsUsed))
            yield return selector;
        foreach (var piece in drawn.Where(one => names.All(one.Value.Contains)))
            yield return Regex.Replace(selector, @"(?:\.(?:" + string.Join("|", piece.Value) + @")(?![\w-]))+", "." + piece.Key);
    }

    private bool IsUsed(string name) =>
        Families.Any(family => name == family || name.StartsWith(family + "-")) && !LeftOut.Any(word => (name + "-").Contains(word + "-"));

    private static int End(string css, int at)
    {
        for (var depth = 1; ; at++)
        {
            depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
            if (depth == 0)
                return at;
        }
    }

    // Between commas that stand in no brackets.
    private static IEnumerable<string> Parts(string selectors)
    {
        for (int depth = 0, start = 0, i = 0; i <= selectors.Length; i++)
        {
            if (i < selectors.Length)
                depth += selectors[i] == '(' || selectors[i] == '[' ? 1 : selectors[i] == ')' || selectors[i] == ']' ? -1 : 0;
            if (i < selectors.Length && (selectors[i] != ',' || depth > 0))
                continue;
            yield return selectors.Substring(start, i - start).Trim();
            start = i + 1;
        }
    }
}
