using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CsDashboard.Foundation.Storage;

/// <summary>Many new rows of one table at once, past EF, whose tracking takes longer than the rows themselves.</summary>
public static class BulkRows
{
    /// <summary>Inserts within the transaction of a write; the rows get the company of the actor. A number that the database gives is given, but the rows do not learn it.</summary>
    internal static async Task InsertAll<T>(this AppDb db, IReadOnlyList<T> rows, CancellationToken cancellation = default) where T : class, ITenantOwned
    {
        if (rows.Count == 0) return;
        foreach (var row in rows)
        {
            if (row.TenantId == Guid.Empty) row.TenantId = db.Actor.TenantId;
            if (row.TenantId != db.Actor.TenantId || row.TenantId == Guid.Empty) throw new InvalidOperationException($"A {typeof(T).Name} of another company was about to be saved.");
        }
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = entity.GetProperties().Where(p => !(p.IsPrimaryKey() && p.ValueGenerated == ValueGenerated.OnAdd && p.ClrType == typeof(long))).Select(p => new Column(p.GetColumnName(table)!, p.GetGetter(), p.GetTypeMapping().Converter)).ToArray();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellation);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation);
                foreach (var column in columns)
                    if (column.Of(row) is { } value) await copy.WriteAsync(value, cancellation);
                    else await copy.WriteNullAsync(cancellation);
            }
            await copy.CompleteAsync(cancellation);
            return;
        }
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i))})";
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++) parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private sealed record Column(string Name, IClrPropertyGetter Getter, Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? Converter)
    {
        public object? Of(object row) => Getter.GetClrValue(row) is { } value ? Converter is null ? value : Converter.ConvertToProvider(value) : null;
    }
}
