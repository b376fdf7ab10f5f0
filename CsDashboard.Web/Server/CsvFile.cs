using System.Globalization;
using System.Text;

namespace CsDashboard.Web.Server;

/// <summary>A list as a file that people open in spreadsheets, sent as it is read.</summary>
internal static class CsvFile
{
    /// <summary>A refusal of the first row is answered as such; later ones break the file off.</summary>
    public static async Task Send<T>(
        HttpContext http,
        string name,
        IEnumerable<string> head,
        IAsyncEnumerable<T> lines,
        Func<T, string?[]> fields
    )
    {
        await using var rows = lines.GetAsyncEnumerator(http.RequestAborted);
        // Read before the first byte leaves, so that a refusal can still be sent.
        var more = await rows.MoveNextAsync();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var writer = http.Response.BodyWriter;
        Encoding.UTF8.GetBytes(CsvText.Mark + CsvText.Line(head), writer);
        for (var count = 1; more; more = await rows.MoveNextAsync(), count++)
        {
            Encoding.UTF8.GetBytes(CsvText.Line(fields(rows.Current)), writer);
            if (count % 100 == 0)
                await writer.FlushAsync(http.RequestAborted);
        }
        await writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>A value as spreadsheets read it: times in UTC, numbers with a point.</summary>
    public static string? Cell(object? value) =>
        value switch
        {
            decimal amount => amount.ToString("0.####", CultureInfo.InvariantCulture),
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
