using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CsDashboard.Bench;

/// <summary>
/// Listens to what EF asks of SQLite while it lives, and says which tables the engine would walk for it from one end to the other.
/// </summary>
internal sealed partial class Plans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // Rules of a company and the like: a handful of rows that are read whole. The members of the bench have no accounts, so users are few
    // here; with 50,000 of them the engine goes by their customer.
    private static readonly string[] Short = ["EarningRules", "SegmentRules", "OwnSegments", "Offers", "Users"];
    private readonly Dictionary<string, (string Name, object? Value)[]> asked = [];
    private readonly List<IDisposable> listening = [];

    public Plans() => listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public async Task<IReadOnlyList<string>> Walks(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync();
        var (walks, real) = (new SortedSet<string>(), await Tables(connection));
        KeyValuePair<string, (string Name, object? Value)[]>[] all;
        lock (asked)
            all = [.. asked];
        foreach (var (text, values) in all)
        {
            var tables = Named().Matches(text).GroupBy(m => m.Groups[2].Value).ToDictionary(g => g.Key, g => g.First().Groups[1].Value);
            await using var command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                if (
                    Walk().Match(rows.GetString(3)) is { Success: true } walk
                    && tables.GetValueOrDefault(walk.Groups[1].Value, walk.Groups[1].Value) is var table
                    && real.Contains(table)
                    && !Short.Contains(table)
                )
                    walks.Add($"{rows.GetString(3)}: {text.ReplaceLineEndings(" ")}");
        }
        return [.. walks];
    }

    // What else a statement goes through are its own values and parts.
    private static async Task<HashSet<string>> Tables(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using var rows = await command.ExecuteReaderAsync();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        return names;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value.Value is not CommandEventData { Command: var command }
            || !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
                && !command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal)
        )
            return;
        lock (asked)
            if (!asked.ContainsKey(command.CommandText))
                asked.Add(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => listening.ForEach(l => l.Dispose());

    // What waits to be delivered has an index of its own, which is walked from its beginning.
    [GeneratedRegex(@"^SCAN (?:TABLE )?(\w+)(?!.*IX_Events_Undelivered)")]
    private static partial Regex Walk();

    [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
    private static partial Regex Named();
}
