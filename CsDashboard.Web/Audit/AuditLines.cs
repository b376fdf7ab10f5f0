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
    public const string Csv = "csv",
        Jsonl = "jsonl";

    public abstract string Format { get; }
    public abstract string ContentType { get; }
    public abstract void Begin(IBufferWriter<byte> output);
    public abstract void Write(IBufferWriter<byte> output, AuditExportRow row);

    /// <summary>Null for a format that is neither.</summary>
    public static AuditLines? In(string format) =>
        format.ToLowerInvariant() switch
        {
            Csv => new CommaSeparated(),
            Jsonl => new JsonLines(),
            _ => null,
        };

    private sealed class CommaSeparated : AuditLines
    {
        public override string Format => Csv;
        public override string ContentType => "text/csv; charset=utf-8";

        public override void Begin(IBufferWriter<byte> output) =>
            Encoding.UTF8.GetBytes(
                CsvText.Mark
                    + "id,timestamp,user_id,user_name,role,ip_address,action,table_name,record_id,kind,description,old_data,new_data\r\n",
                output
            );

        public override void Write(IBufferWriter<byte> output, AuditExportRow row)
        {
            var r = row.Row;
            string?[] fields =
            [
                r.Id.ToString(CultureInfo.InvariantCulture),
                r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                r.UserId?.ToString(),
                r.Name,
                r.Role.ToString(),
                r.Address,
                r.Action,
                r.Table,
                r.SubjectId.ToString(),
                r.Kind,
                r.Sentence,
                row.Before,
                row.After,
            ];
            Encoding.UTF8.GetBytes(CsvText.Line(fields), output);
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
