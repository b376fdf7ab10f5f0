using System.Text;
using System.Text.RegularExpressions;

namespace CsDashboard.Tests.Harness;

/// <summary>A mail as a mail reader would take it apart: unfolded headers, decoded subject, the two parts.</summary>
public sealed partial class ReadMail
{
    public ReadMail(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        Headers = HeadersOf(raw[..end]);
        var boundary = Boundary().Match(Headers["content-type"]).Groups[1].Value;
        foreach (var part in raw[end..].Split("--" + boundary).Skip(1))
        {
            var cut = part.IndexOf("\n\n", StringComparison.Ordinal);
            // The last boundary has two hyphens more.
            if (cut < 0 || part.StartsWith("--", StringComparison.Ordinal))
                continue;
            var headers = HeadersOf(part[..cut].Trim('\n'));
            var body = Encoding.UTF8.GetString(Convert.FromBase64String(part[cut..].ReplaceLineEndings("")));
            if (headers["content-type"].Contains("text/html", StringComparison.Ordinal))
                Html = body;
            else
                Text = body;
        }
    }

    public IReadOnlyDictionary<string, string> Headers { get; }
    public string Subject => Decode(Headers["subject"]);
    public string Text { get; } = "";
    public string Html { get; } = "";

    // Each encoded word is decoded by itself, as RFC 2047 wants: one that is cut inside a letter shows.
    public static string Decode(string header) =>
        EncodedWord()
            .Replace(
                Between().Replace(header, "$1$2"),
                m =>
                    m.Groups[1].Value is "B" or "b"
                        ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(m.Groups[2].Value))
                        : Encoding.UTF8.GetString([.. QBytes(m.Groups[2].Value)])
            );

    private static IEnumerable<byte> QBytes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                yield return Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
                yield return (byte)(text[i] == '_' ? ' ' : text[i]);
        }
    }

    private static Dictionary<string, string> HeadersOf(string head)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folded().Replace(head, " ").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
        return headers;
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex("boundary=\"?([^\";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
