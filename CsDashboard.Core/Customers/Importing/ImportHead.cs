using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// The beginning of a file: headings (numbers if there are none), the guess, and the first rows as they are. Its shape as somebody chose it
/// and as it was recognised, and the lines among which the headings can be chosen.
/// </summary>
public sealed record ImportHead(
    IReadOnlyList<string> Headings,
    ImportColumns Columns,
    IReadOnlyList<CsvRow> First,
    ImportShape Shape,
    ImportShape Recognised,
    IReadOnlyList<CsvRow> Lines
);
