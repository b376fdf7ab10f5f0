using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CsDashboard.Foundation.Storage;

/// <summary>SQLite keeps instants as UTC ticks, so that it sorts and compares them right.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();

    // Deferred: otherwise it would take the only writer's lock.
    protected override Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    protected override SqlExpression Day(SqlExpression at) =>
        new SqlBinaryExpression(
            ExpressionType.Divide,
            new SqlUnaryExpression(ExpressionType.Convert, at, typeof(long), LongTypeMapping.Default),
            new SqlConstantExpression(TimeSpan.TicksPerDay, LongTypeMapping.Default),
            typeof(long),
            LongTypeMapping.Default
        );

    private sealed class TicksConverter()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
