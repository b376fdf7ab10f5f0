using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsDashboard.Audit;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Audit;

/// <summary>How entries of the history are written into a file: comma-separated for spreadsheets, or JSON, one entry a line.</summary>
internal abstract class AuditLines
{
    public const string Csv = "csv", Jsonl = "jsonl";

    public abstract string Format { get; }
    public abstract string ContentType { get; }
    public abstract void Begin(IBufferWriter<byte> output);
    public abstract void Write(IBufferWriter<byte> output, AuditExportRow row);

    /// <summary>Null for a format that is neither.</summary>
    public static AuditLines? In(string format) => format.ToLowerInvariant() switch { Csv => new CommaSeparated(), Jsonl => new JsonLines(), _ => null };

    /// <summary>
    /// A field of a CSV file. What a spreadsheet would take for a formula (a beginning of = + - @, tab or line break) gets an
    /// apostrophe before it, and stays a text.
    /// </summary>
    internal static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        // Spreadsheets pass over blanks before they look.
        var begins = value.TrimStart(' ', '\u00A0', '\uFEFF');
        if (begins.Length > 0 && begins[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 && value[0] is not ' ' ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private sealed class CommaSeparated : AuditLines
    {
        public override string Format => Csv;
        public override string ContentType => "text/csv; charset=utf-8";

        // With the mark by which spreadsheets know UTF-8, or Arabic would not be Arabic there.
        public override void Begin(IBufferWriter<byte> output) =>
            Encoding.UTF8.GetBytes("\uFEFFid,timestamp,user_id,user_name,role,ip_address,action,table_name,record_id,kind,description,old_data,new_data\r\n", output);

        public override void Write(IBufferWriter<byte> output, AuditExportRow row)
        {
            var r = row.Row;
            string?[] fields =
            [
                r.Id.ToString(CultureInfo.InvariantCulture), r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), r.UserId?.ToString(), r.Name, r.Role.ToString(),
                r.Address, r.Action, r.Table, r.SubjectId.ToString(), r.Kind, r.Sentence, row.Before, row.After,
            ];
            Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Field)) + "\r\n", output);
        }
    }

    private sealed class JsonLines : AuditLines
    {
        public override string Format => Jsonl;
        public override string ContentType => "application/x-ndjson; charset=utf-8";

        public override void Begin(IBufferWriter<byte> output) { }

        public override void Write(IBufferWriter<byte> output, AuditExportRow row)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(AuditItem.Of(row), ApiJson.Options));
            output.Write("\n"u8);
        }
    }
}
