using System.Text;

namespace CsDashboard.Foundation.Files;

/// <summary>
/// Which files are taken: an exact list of extensions, each with its type and the mark its content must carry
/// (contract: portal, Files).
/// </summary>
public static class FileKinds
{
    public const int HeadLength = 512;

    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly Dictionary<string, (string Type, Func<byte[], bool> Fits)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jpeg"] = ("image/jpeg", h => Starts(h, [0xFF, 0xD8, 0xFF])),
        ["jpg"] = ("image/jpeg", h => Starts(h, [0xFF, 0xD8, 0xFF])),
        ["png"] = ("image/png", h => Starts(h, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        ["gif"] = ("image/gif", h => Starts(h, "GIF87a"u8.ToArray()) || Starts(h, "GIF89a"u8.ToArray())),
        ["webp"] = ("image/webp", h => Starts(h, "RIFF"u8.ToArray()) && h.Length >= 12 && h.AsSpan(8, 4).SequenceEqual("WEBP"u8)),
        ["pdf"] = ("application/pdf", h => Starts(h, "%PDF-"u8.ToArray())),
        ["doc"] = ("application/msword", h => Starts(h, OldOffice)),
        ["docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", h => Starts(h, Zip)),
        ["xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", h => Starts(h, Zip)),
        ["txt"] = ("text/plain", IsText),
        ["csv"] = ("text/csv", IsText),
    };

    public static string Names => string.Join(", ", Known.Keys);

    /// <summary>
    /// The type that belongs to a name's extension, or null when it is not taken. Invisible characters in the extension make it another
    /// one.
    /// </summary>
    public static string? TypeOf(string name) => Known.TryGetValue(Extension(name), out var kind) ? kind.Type : null;

    /// <summary>
    /// Whether a sender may declare this type: one of the list, none, or what programs send that know no better. The content decides, not
    /// this word; but a file declared as a program or a page is not accepted (contract: portal, Files).
    /// </summary>
    public static bool TakesType(string? declared) =>
        declared is null or "" or "application/octet-stream" or "application/zip" or "application/vnd.ms-excel" or "image/jpg"
        || Known.Values.Any(kind => string.Equals(kind.Type, declared, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the first bytes are what the extension promises.</summary>
    public static bool Matches(string name, ReadOnlySpan<byte> head) =>
        Known.TryGetValue(Extension(name), out var kind) && kind.Fits(head.ToArray());

    /// <summary>What is wrong with a file whose first bytes are not what the extension promises, and what to do.</summary>
    public static string Mismatch(string name, ReadOnlySpan<byte> head)
    {
        var (bytes, extension) = (head.ToArray(), Extension(name).ToLowerInvariant());
        if (extension is "txt" or "csv" && IsUtf16(bytes))
            return Words.Of("File_Utf16");
        if (extension == "pdf" && head.IndexOf("%PDF-"u8) > 0)
            return Words.Of("File_PdfLead");
        // Zip and old Office files can be of several kinds, and any bytes may be text.
        var real = Known
            .FirstOrDefault(k => (k.Key == "pdf" || k.Value.Type.StartsWith("image/", StringComparison.Ordinal)) && k.Value.Fits(bytes))
            .Key;
        return real is null ? Words.Of("File_Content") : Words.Of("File_Named", real, extension);
    }

    /// <summary>
    /// The name as shown to people: without folders, without characters that are invisible or change the direction of text, and at most 255
    /// long, with its end kept.
    /// </summary>
    public static string ShownName(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in Path.GetFileName(name.Replace('\\', '/')).EnumerateRunes())
            if (!IsUnseen(rune))
                clean.Append(rune.ToString());
        var text = clean.ToString().Normalize(NormalizationForm.FormC);
        if (text.Length <= 255)
            return text;
        return char.IsLowSurrogate(text[^255]) ? text[^254..] : text[^255..];
    }

    // U+FFFD stands for half a surrogate pair. Joiners stay: Arabic and Persian need them.
    internal static bool IsUnseen(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value
            is 0xFFFD
                or 0x200B
                or 0x2060
                or 0xFEFF
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2066 and <= 0x2069)
                or (>= 0x2028 and <= 0x2029)
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Characters outside A-Za-z0-9._- become _ (contract: portal, Files); at most 120 of them.</summary>
    public static string SafeName(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name)
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_');
        var text = safe.ToString().TrimStart('.');
        return text.Length > 120 ? text[^120..] : text;
    }

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.');

    private static bool Starts(byte[] head, byte[] mark) => head.AsSpan().StartsWith(mark);

    private static bool IsUtf16(byte[] head) => Starts(head, [0xFF, 0xFE]) || Starts(head, [0xFE, 0xFF]);

    private static bool IsText(byte[] head) =>
        !head.Contains((byte)0)
        && !IsUtf16(head)
        && !Starts(head, Zip)
        && !Starts(head, "MZ"u8.ToArray())
        && !Starts(head, "%PDF-"u8.ToArray());
}
