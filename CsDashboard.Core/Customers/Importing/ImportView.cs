using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Customers.Importing;

public sealed record ImportView
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required long Bytes { get; init; }
    public required ImportState State { get; init; }
    public required bool StopAsked { get; init; }
    public required string? Why { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required bool HasFile { get; init; }
    public required ImportShape Shape { get; init; }
    public required bool HasHeadings { get; init; }
    public required int Rows { get; init; }
    public required int Handled { get; init; }
    public required int Added { get; init; }
    public required int Skipped { get; init; }
    public required int Failed { get; init; }
    public required int Removed { get; init; }
    public required int Kept { get; init; }
    public required bool MayUndo { get; init; }

    public bool IsUnderWay => State.IsUnderWay;
    public bool MayBegin => HasFile && State is ImportState.Ready or ImportState.Cancelled or ImportState.Failed;
}
