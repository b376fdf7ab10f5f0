using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CsDashboard.Bench;

/// <summary>
/// What the ceiling reads for a door, by plain ADO.NET; then it sends as many bytes as the product does. Nothing is made of the rows.
/// Values of the query are parameters of the statement under the same name.
/// </summary>
internal static class BareRows
{
    private const string Ticket = """
        SELECT t.Id, t.Number, t.Short, t.Subject, t.Status, t.Priority, t.Category, t.Type, t.CustomerId, c.Name, c.PublicId, t.AssigneeId, u.Name,
               t.MessageCount, t.LastMessageAt, t.AwaitsStaff, t.CreatedAt, t.UpdatedAt, t.NextDueAt, t.FirstRespondedAt, t.TagText,
               (SELECT r.SeenAt FROM TicketReads r WHERE r.UserId = $me AND r.TicketId = t.Id)
        """;
    private const string People = "JOIN Customers c ON c.Id = t.CustomerId LEFT JOIN Users u ON u.Id = t.AssigneeId";
    private const string Tickets = $"{Ticket} FROM Tickets t {People} WHERE t.TenantId = $tenant";
    private const string Latest = "ORDER BY t.LastMessageAt DESC, t.Id DESC LIMIT 51";
    private const string List = $"{Tickets} AND NOT t.InChat {Latest};";
    private const string OfCustomer = $"{Ticket} FROM Tickets t {People} WHERE t.CustomerId = $customer {Latest};";
    private const string One = """
        SELECT t.*, c.Name, c.Email, c.Phone, c.PublicId, c.Language, u.Name
        FROM Tickets t JOIN Customers c ON c.Id = t.CustomerId LEFT JOIN Users u ON u.Id = t.AssigneeId WHERE t.Id = $id;
        SELECT * FROM Messages WHERE TicketId = $id ORDER BY CreatedAt DESC, Id DESC LIMIT 101;
        """;

    private const string Product = """
        SELECT p.*, v.*, s.OnHand, s.Reserved, s.Threshold, s.Policy, s.UpdatedAt, c.Slug, c.Number, c.NameEn
        FROM Products p JOIN ProductVariants v ON v.ProductId = p.Id LEFT JOIN StockItems s ON s.VariantId = v.Id
             LEFT JOIN Categories c ON c.Id = p.CategoryId
        """;
    private const string Products = $"{Product} WHERE p.TenantId = $tenant AND p.State = 'Published' AND p.PublishAt IS NULL";

    // A ticket has four texts or five, so that many have fifty tickets.
    private const string Found = """
        WITH f AS MATERIALIZED (SELECT d.Id, d.ParentId, d.Title, d.Text FROM SearchText x CROSS JOIN SearchDocs d ON d.Id = x.rowid
                                WHERE x.SearchText MATCH $words ORDER BY x.rowid DESC
        """;
    private const string FoundInPostgres = """
        WITH f AS MATERIALIZED (SELECT d.Id, d.ParentId, d.Title, d.Text FROM SearchDocs d
                                WHERE d.TenantId = $tenant AND d.Words @@ plainto_tsquery('simple', $words) ORDER BY d.Id DESC
        """;

    private static readonly FrozenDictionary<string, string> Reads = new Dictionary<string, string>
    {
        ["list"] = List,
        ["mine"] = $"{Tickets} AND t.AssigneeId = $me AND t.IsOpen = TRUE {Latest};",
        ["status"] = $"{Tickets} AND t.Status = $status {Latest};",
        ["tag"] =
            $"{Ticket} FROM TicketTags g JOIN Tickets t ON t.Id = g.TicketId {People} WHERE g.TenantId = $tenant AND g.Tag = $tag ORDER BY g.LastMessageAt DESC, g.TicketId DESC LIMIT 51;",
        ["due"] = $"{Tickets} ORDER BY t.NextDueAt, t.Id LIMIT 51;",
        ["search"] =
            $"{Found} LIMIT 250), o AS (SELECT DISTINCT ParentId FROM f) {Ticket} FROM o JOIN Tickets t ON t.Id = o.ParentId {People} {Latest};",
        ["found"] = $"""
            {Found} LIMIT 50), o AS (SELECT ParentId, max(Id) AS Last FROM f GROUP BY ParentId ORDER BY Last DESC LIMIT 12)
            SELECT t.Id, t.Number, t.Short, t.Subject, f.Text FROM o JOIN Tickets t ON t.Id = o.ParentId JOIN f ON f.Id = o.Last;
            """,
        ["ticket"] = One,
        ["ticket-page"] = List + One,
        ["customer"] = OfCustomer,
        ["record"] = "SELECT * FROM Customers WHERE Id = $customer;" + OfCustomer,
        ["shop-list"] = $"{Products} ORDER BY p.CreatedAt DESC, p.Id DESC LIMIT 50;",
        ["shop-price"] = $"{Products} ORDER BY p.Price, p.Id LIMIT 50;",
        ["shop-category"] = $"{Products} AND p.CategoryId = $category ORDER BY p.CreatedAt DESC, p.Id DESC LIMIT 50;",
        ["shop-product"] = $"{Product} WHERE p.Id = $id;",
        ["company"] = "SELECT * FROM Tenants WHERE Id = $tenant;",
    }.ToFrozenDictionary();

    private static readonly byte[] Filler = new byte[4 * 1_048_576];

    /// <summary>Takes away what the product has the database itself do when a ticket changes: the ceiling writes its rows alone.</summary>
    public static async Task Prepare(BareDatabase database)
    {
        await using var connection = await database.Open(toWrite: true);
        var triggers = new List<string>();
        await using (var all = connection.CreateCommand())
        {
            all.CommandText = database.IsPostgres
                ? "SELECT DISTINCT format('DROP TRIGGER %I ON %I;', trigger_name, event_object_table) FROM information_schema.triggers"
                : "SELECT 'DROP TRIGGER \"' || name || '\";' FROM sqlite_master WHERE type = 'trigger'";
            await using var reader = await all.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                triggers.Add(reader.GetString(0));
        }
        await using var drop = connection.CreateCommand();
        drop.CommandText = string.Concat(triggers);
        await drop.ExecuteNonQueryAsync();
    }

    public static void MapRows(this WebApplication app, BareDatabase database)
    {
        foreach (var (name, written) in Reads)
        {
            var sql = database.Sql(database.IsPostgres ? written.Replace(Found, FoundInPostgres, StringComparison.Ordinal) : written);
            app.MapGet("/" + name, http => Read(http, database, sql));
        }
    }

    public static async Task Send(HttpContext http)
    {
        var bytes = int.Parse(http.Request.Query["bytes"].ToString(), CultureInfo.InvariantCulture);
        http.Response.ContentLength = bytes;
        await http.Response.Body.WriteAsync(Filler.AsMemory(0, bytes));
    }

    private static async Task Read(HttpContext http, BareDatabase database, string sql)
    {
        await using var connection = await database.Open(toWrite: false);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in http.Request.Query)
            command.Parameters.Add(database.Value(name, value.ToString()));
        await using (var reader = await command.ExecuteReaderAsync())
        {
            var values = new object[64];
            do while (await reader.ReadAsync())
                reader.GetValues(values);
            while (await reader.NextResultAsync());
        }
        await Send(http);
    }
}
