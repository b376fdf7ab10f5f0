using System.Reflection;
using CsDashboard.Foundation;
using Xunit.Sdk;
using Xunit.v3;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// Runs a theory once on each database; its first parameter is the <see cref="DatabaseKind"/>, further ones are the values
/// given here. A database that is unavailable shows as skipped, with the reason, and never as passed.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseKind>().Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseKind kind) =>
        new([kind, .. values]) { Skip = kind == DatabaseKind.Postgres ? PostgresServer.WhyNot : null };
}
