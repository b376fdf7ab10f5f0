using System.Globalization;
using CsDashboard.Foundation.Events;

namespace CsDashboard.Audit;

/// <summary>Which part of the history is wanted; what is null does not narrow it. From is included, To is not.</summary>
public sealed record AuditFilter
{
    public const int MaxText = 100;

    public Guid? Person { get; init; }

    /// <summary>The kind of thing, in our word (ticket) or the contract's (tickets).</summary>
    public string? Table { get; init; }

    /// <summary>One thing: its whole history.</summary>
    public Guid? Row { get; init; }

    /// <summary>CREATE, UPDATE, LOGIN, …</summary>
    public string? Action { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }

    /// <summary>Looked for in names and in what was recorded, through 10,000 entries at a time.</summary>
    public string? Text { get; init; }
    public string? After { get; init; }
    public int Size { get; init; } = 50;

    public bool IsNarrowed => (Person ?? Row) is not null || (Table ?? Action ?? Text) is not null || (From ?? To) is not null;

    /// <summary>The filter in one line, for the record of an export.</summary>
    internal string Told =>
        string.Join(
            ' ',
            new[]
            {
                Person is { } person ? $"person={person}" : null,
                Table is null ? null : $"table={Table}",
                Row is { } row ? $"row={row}" : null,
                Action is null ? null : $"action={Action}",
                From is { } from ? string.Create(CultureInfo.InvariantCulture, $"from={from.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}") : null,
                To is { } to ? string.Create(CultureInfo.InvariantCulture, $"to={to.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}") : null,
                Text is null ? null : $"text={Text}",
            }.OfType<string>()
        )
            is { Length: > 0 } told
            ? told
            : "*";
}

/// <summary>A line of the history. The sentence is in the reader's language.</summary>
public sealed record AuditRow
{
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid? UserId { get; init; }
    public required string Name { get; init; }
    public required Role Role { get; init; }
    public required string? Address { get; init; }
    public required string Room { get; init; }
    public required string Kind { get; init; }
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Sentence { get; init; }

    /// <summary>The customer it concerns, where the thing itself is something of theirs.</summary>
    public required Guid? Customer { get; init; }

    public string Table => AuditWord.TableOf(SubjectKind);
}

/// <summary>A line with what it changed, and its place in the chain where it is sealed already.</summary>
public sealed record AuditEntry(AuditRow Row, string? Before, string? After, IReadOnlyList<DiffLine> Lines, long? Position, string? Hash);

/// <summary>
/// Part of the history. SearchedTo is set when a text was looked for and entries older than this were not looked through yet; Next goes on
/// there.
/// </summary>
public sealed record AuditPart(IReadOnlyList<AuditRow> Items, string? Next, DateTimeOffset? SearchedTo);

/// <summary>A line as it leaves the house.</summary>
public sealed record AuditExportRow(AuditRow Row, string? Before, string? After);

/// <summary>Tables as the contract names them (contract: enhanced, Schema); any other is the plural of our own word.</summary>
public static class AuditWord
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["signal"] = "trading_signals",
        ["bot"] = "bot_status",
        ["vault"] = "trading_data_vault",
        ["audit"] = "audit_log",
        ["canned_reply"] = "canned_replies",
        ["tenant"] = "companies",
    };

    private static readonly Dictionary<string, string> Subjects = Tables.ToDictionary(t => t.Value, t => t.Key);

    public static string TableOf(string subjectKind) => Tables.TryGetValue(subjectKind, out var table) ? table : subjectKind + "s";

    /// <summary>Our word for a table in either form.</summary>
    public static string SubjectOf(string table) =>
        Subjects.TryGetValue(table, out var subject) ? subject
        : !Tables.ContainsKey(table) && table.EndsWith('s') ? table[..^1]
        : table;
}
