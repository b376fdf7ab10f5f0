using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace CsDashboard.Foundation.Files;

/// <summary>A row of a file and the line it begins on.</summary>
public readonly record struct CsvRow(int Line, string[] Cells);
