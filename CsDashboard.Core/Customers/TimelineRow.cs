using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>
/// Something that happened to a customer, told in the reader's language; before and after are JSON where something was changed.
/// </summary>
public sealed record TimelineRow
{
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required Role ActorRole { get; init; }
    public required string Kind { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Sentence { get; init; }
    public required string? Before { get; init; }
    public required string? After { get; init; }
}
