using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Tests.Foundation;

/// <summary>How SQLite goes about its tables (docs/decisions/0016-sqlite-is-told-how-its-tables-are-filled.md).</summary>
public sealed class PlannerStatisticsTests
{
    [Fact]
    public async Task In_a_new_database_what_is_named_by_an_id_is_looked_up_and_its_company_not_walked_through()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await using var connection = await house.Database.Connect();
        await using var asked = connection.CreateCommand();
        asked.CommandText = """
            SELECT DISTINCT t.name, c.name FROM sqlite_master AS t JOIN pragma_index_list(t.name) AS i JOIN pragma_index_info(i.name) AS c
            WHERE t.type = 'table' AND t.sql LIKE '%"TenantId"%' AND i.partial = 0 AND c.seqno = 0 AND c.name LIKE '%Id' AND c.name <> 'TenantId'
            """;
        var found = new List<(string Table, string Column)>();
        await using (var rows = await asked.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                found.Add((rows.GetString(0), rows.GetString(1)));
        found.Count.ShouldBeGreaterThan(50);

        var walked = new List<string>();
        foreach (var (table, column) in found)
        {
            var plan = await Plan(house, $"SELECT * FROM \"{table}\" WHERE \"TenantId\" = 'A' AND \"{column}\" = 'B'");
            if (!plan[0].Contains($"{column}=?", StringComparison.Ordinal))
                walked.Add($"{table}.{column}: {plan[0]}");
        }
        walked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hundred_of_a_company_of_thousands_are_looked_up_and_not_walked_to()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Store.Write(
            house.Karim,
            db =>
                db.InsertAll([
                    .. Enumerable
                        .Range(0, 20_000)
                        .Select(i => new Customer
                        {
                            Name = Named(i),
                            Email = Named(i) + "@example.com",
                            NormalizedEmail = Named(i) + "@EXAMPLE.COM",
                            Number = 50_000_000 + i,
                            CreatedAt = house.Clock.GetUtcNow(),
                        }),
                ])
        );
        await house.Store.Tend();

        var ids = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"'{i}'"));
        (await Plan(house, $"SELECT * FROM \"Customers\" WHERE \"TenantId\" = 'A' AND \"Status\" = 'Active' AND \"Id\" IN ({ids})"))[0]
            .ShouldContain("(Id=?)");
    }

    [Theory]
    [InlineData("SELECT EXISTS (SELECT 1 FROM \"Events\" AS e WHERE e.\"DeliveredAt\" IS NULL)", "IX_Events_Undelivered")]
    [InlineData("SELECT * FROM \"Events\" WHERE \"DeliveredAt\" IS NULL ORDER BY \"Id\" LIMIT 64", "IX_Events_Undelivered")]
    public async Task What_waits_is_found_by_its_own_index_though_all_waited_when_the_tables_were_counted(string query, string index)
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await house.Store.Write(
            house.Karim,
            db =>
            {
                for (var i = 0; i < 2_000; i++)
                    db.Record(new UserEnabled(Guid.Empty, Named(i)));
                return Task.CompletedTask;
            }
        );
        await house.Store.Tend();

        var steps = await Plan(house, query);
        steps.ShouldContain(step => step.Contains(index, StringComparison.Ordinal), string.Join('\n', steps));
    }

    private static async Task<List<string>> Plan(House house, string query)
    {
        await using var connection = await house.Database.Connect();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        await using var plan = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync())
            steps.Add(plan.GetString(3));
        return steps;
    }

    private static string Named(int i) => i.ToString(CultureInfo.InvariantCulture);
}
