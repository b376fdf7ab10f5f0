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

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    protected override Task<DbTransaction> Snapshot(DbConnection connection, CancellationToken cancellation) =>
        connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).AsTask();

    // Seconds since 1970, whatever the zone of the server.
    protected override SqlExpression Day(SqlExpression at)
    {
        var (number, whole) = (DoubleTypeMapping.Default, LongTypeMapping.Default);
        var seconds = new SqlFunctionExpression(
            "date_part",
            [new SqlConstantExpression("epoch", StringTypeMapping.Default), at],
            nullable: true,
            [false, true],
            typeof(double),
            number
        );
        var days = new SqlFunctionExpression(
            "floor",
            [new SqlBinaryExpression(ExpressionType.Divide, seconds, new SqlConstantExpression(86_400d, number), typeof(double), number)],
            nullable: true,
            [true],
            typeof(double),
            number
        );
        return new SqlBinaryExpression(
            ExpressionType.Add,
            new SqlUnaryExpression(ExpressionType.Convert, days, typeof(long), whole),
            new SqlConstantExpression((long)DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber, whole),
            typeof(long),
            whole
        );
    }
}
