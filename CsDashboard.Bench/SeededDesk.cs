using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>Who and what a seeded desk has that is asked for, as the database writes it.</summary>
internal sealed record SeededDesk
{
    private const int Some = 200;

    public required string Tenant { get; init; }
    public required string Agent { get; init; }
    public required string Customer { get; init; }

    /// <summary>Those of the customer who can sign in.</summary>
    public required string[] Own { get; init; }
    public required string[] Tickets { get; init; }
    public required string Long { get; init; }
    public required string[] Customers { get; init; }

    public static async Task<SeededDesk> Of(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        var agent = await All("SELECT Id || ' ' || TenantId FROM Users WHERE Email = $who", DeskSeed.AgentEmail);
        var customer = (await All("SELECT Id FROM Customers WHERE Email = $who", Seed.CustomerEmail))[0];
        return new SeededDesk
        {
            Agent = agent[0].Split(' ')[0],
            Tenant = agent[0].Split(' ')[1],
            Customer = customer,
            Own = await All("SELECT Id FROM Tickets WHERE CustomerId = $who", customer),
            Tickets = await All(
                $"SELECT Id FROM Tickets WHERE MessageCount < {DeskSeed.LongConversation} ORDER BY Short * 7919 % 9973 LIMIT {Some}"
            ),
            Long = (await All($"SELECT Id FROM Tickets WHERE MessageCount = {DeskSeed.LongConversation}"))[0],
            Customers = await All($"SELECT Id FROM Customers WHERE Email <> '{Seed.CustomerEmail}' LIMIT {Some}"),
        };

        async Task<string[]> All(string sql, string who = "")
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$who", who);
            await using var reader = await command.ExecuteReaderAsync();
            var all = new List<string>();
            while (await reader.ReadAsync())
                all.Add(reader.GetString(0));
            return [.. all];
        }
    }
}
