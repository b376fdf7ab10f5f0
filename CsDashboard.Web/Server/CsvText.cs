namespace CsDashboard.Web.Server;

/// <summary>How texts are written into comma-separated files that people open in spreadsheets.</summary>
internal static class CsvText
{
    /// <summary>The mark by which spreadsheets recognise UTF-8; without it Arabic would be garbled.</summary>
    public const string Mark = "\uFEFF";

    public static string Line(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    /// <summary>
    /// A field of a CSV file. What a spreadsheet would take for a formula (a beginning of = + - @, tab or line break) gets an
    /// apostrophe before it, and stays a text.
    /// </summary>
    public static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        // Spreadsheets skip leading spaces before they look.
        var begins = value.TrimStart(' ', '\u00A0', '\uFEFF');
        if (begins.Length > 0 && begins[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
            value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 && value[0] is not ' '
            ? value
            : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
