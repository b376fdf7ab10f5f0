using System.Data.Common;
using System.Globalization;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Notifications.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CsDashboard.Tests.Customers;

/// <summary>
/// Rows of every table with room for words that lead to one customer, by each of their keys, with a mark in every text. No two texts have
/// the same.
/// </summary>
internal sealed class MarkedTables(House house, IModel model)
{
    internal const string Mark = "zubyq";
    private const string Name = Mark + " Zahrawi",
        Address = Mark + "@example.com";

    /// <summary>Rows that only verbs make as they are in life.</summary>
    private static readonly string[] Lived = ["Events", "SearchDocs", "TicketTags"];

    /// <summary>Texts that are words out of a fixed list, which the product would not understand otherwise.</summary>
    private static readonly string[] Fixed =
    [
        "Customers.Language",
        "Customers.TimeZone",
        "Users.Language",
        "Users.TimeZone",
        "Users.Role",
        "CallRequests.TimeZone",
        "Chats.Category",
    ];

    // Which of a table's columns lead to whom. Others name colleagues, or things that a customer has no part in.
    private static readonly string[] ToCustomer = ["CustomerId", "PersonId", "ReferrerId", "RefereeId", "WinnerId", "LoserId"],
        ToUser = ["UserId", "AuthorId", "UploadedBy", "RequestedBy"],
        ToTicket = ["TicketId"];

    private readonly Guid customer = house.Sara.CustomerId!.Value,
        user = house.Sara.UserId!.Value;
    private readonly Dictionary<string, Guid> made = [];
    private readonly Queue<Guid> tickets = new();
    private int count;
    private long told;

    /// <summary>What was said where.</summary>
    public List<MarkedText> Said { get; } = [];

    public string Number { get; private set; } = "";

    public static async Task<MarkedTables> In(House house)
    {
        await using var db = house.Store.Open(house.Amina);
        var marked = new MarkedTables(house, db.Model);
        await marked.Live();
        // Those that lead to others' rows come after them.
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Where(e => !Lived.Contains(e.GetTableName()))
                .OrderBy(e => marked.Special(e).Any())
                .ThenBy(e => e.GetTableName() != "Orders")
                .ThenBy(e => e.Name)
        )
        foreach (var keys in marked.Ways(table))
            await marked.Put(table, keys);
        return marked;
    }

    public IEnumerable<(string Table, string Column)> Texts =>
        from table in model.GetEntityTypes()
        from property in table.GetProperties()
        where IsText(property)
        select (table.GetTableName()!, property.GetColumnName());

    /// <summary>Those that the files of an archive for programs have.</summary>
    public HashSet<MarkedText> In(IReadOnlyDictionary<string, string> archive)
    {
        var handed = string.Join('\n', archive.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)).Select(f => f.Value));
        return [.. Said.Where(t => handed.Contains(t.Said, StringComparison.Ordinal))];
    }

    public async Task<List<(string Table, string Column)>> Found()
    {
        var found = new List<(string, string)>();
        await using var connection = await house.Database.Connect();
        var sqlite = house.Database.Kind == DatabaseKind.Sqlite;
        foreach (var (table, column) in Texts.Distinct())
        {
            await using var command = connection.CreateCommand();
            var text = sqlite
                ? $"lower(cast(\"{column}\" AS text))"
                : $"lower(CASE WHEN pg_typeof(\"{column}\")::text = 'bytea' THEN encode(\"{column}\"::text::bytea, 'escape') ELSE \"{column}\"::text END)";
            command.CommandText =
                $"SELECT count(*) FROM \"{table}\" WHERE {text} LIKE '%{Mark}%' OR {text} LIKE '%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Mark))}%'";
            if (Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0)
                found.Add((table, column));
        }
        return found;
    }

    // What only the verbs make as it is in life: the history, the index, what people were told.
    private async Task Live()
    {
        var (customers, tickets) = (house.Get<CsDashboard.Customers.CustomerRecords>(), house.Get<Tickets>());
        await customers.Change(
            house.Amina,
            customer,
            new CustomerChange
            {
                Name = "Sara " + Mark,
                Company = Mark,
                Tags = [Mark],
                Note = Mark,
            }
        );
        var opened = await tickets.Open(house.Sara, new NewTicket { Title = Mark, Description = Mark });
        Number = (await customers.Me(house.Sara)).Number.ToString(CultureInfo.InvariantCulture);
        await tickets.Reply(house.Karim, opened.Id, new NewMessage { Body = $"Dear {Mark}" });
        await tickets.Remark(house.Karim, opened.Id, new NewMessage { Body = Mark });
        for (var i = 0; i < 30; i++)
            this.tickets.Enqueue((await tickets.Open(house.Sara, new NewTicket { Title = Mark, Description = Mark })).Id);
        await house.Drain();
        told = (await house.Events(house.Amina.TenantId)).Last(e => e.ForCustomer == customer).Id;
    }

    private static bool IsText(IReadOnlyProperty property) =>
        (property.ClrType == typeof(string) || property.ClrType == typeof(byte[]))
        && property.GetMaxLength() is null or > 6
        && !Fixed.Contains($"{property.DeclaringType.ContainingEntityType.GetTableName()}.{property.GetColumnName()}");

    // A row by each key alone; what must be there besides is the customer's, or a colleague's.
    private IEnumerable<Dictionary<string, object?>> Ways(IEntityType table)
    {
        if (EveryTableTests.OfNoCustomer.ContainsKey(table.GetTableName()!) || !table.GetProperties().Any(IsText))
            yield break;
        foreach (var special in Special(table))
            yield return special;
        if (Special(table).Any())
            yield break;
        var keys = table
            .GetProperties()
            .Select(p => p.Name)
            .Where(n => ToCustomer.Contains(n) || ToUser.Contains(n) || ToTicket.Contains(n))
            .ToList();
        foreach (var key in keys)
            yield return keys.ToDictionary(
                k => k,
                k => k == key || !table.FindProperty(k)!.IsNullable ? (object?)Leads(k, k == key) : null
            );
    }

    private Guid Leads(string key, bool alone) =>
        ToCustomer.Contains(key)
            ? alone || key == "CustomerId"
                ? customer
                : house.David.CustomerId!.Value
            : ToTicket.Contains(key)
                ? tickets.Dequeue()
                : alone
                    ? user
                    : house.Karim.UserId!.Value;

    // What leads to a customer in a way of its own.
    private Dictionary<string, object?>[] Special(IReadOnlyEntityType table) =>
        table.GetTableName() switch
        {
            // Who registered by themselves made their own record.
            "Customers" =>
            [
                new()
                {
                    ["Id"] = customer,
                    ["Name"] = Name,
                    ["CreatedBy"] = Name,
                    ["ModifiedBy"] = Name,
                },
            ],
            "Users" =>
            [
                new()
                {
                    ["Id"] = user,
                    ["Email"] = Address,
                    ["NormalizedEmail"] = Address,
                },
            ],
            "Tickets" => [new() { ["Id"] = tickets.Peek() }],
            "Chats" => [new() { ["Id"] = tickets.Peek() }],
            // Of one without an author it is the name of a program.
            "Messages" => [new() { ["TicketId"] = tickets.Peek(), ["AuthorId"] = user }],
            "Drafts" =>
            [
                new() { ["UserId"] = user, ["Key"] = BoxKey.NewTicket.ToString() },
                new() { ["UserId"] = house.Karim.UserId, ["Key"] = BoxKey.Note(tickets.Peek()).ToString() },
            ],
            "Orders" => [new() { ["CustomerId"] = customer, ["Status"] = CsDashboard.Marketplace.OrderStatus.Delivered }],
            "OrderLines" => [new() { ["OrderId"] = made.GetValueOrDefault("Orders") }],
            "ReturnLines" => [new() { ["ReturnId"] = made.GetValueOrDefault("Returns") }],
            "PaymentEntries" or "Parcels" or "LicenceKeys" => [new() { ["OrderId"] = made.GetValueOrDefault("Orders") }],
            "CaseNotes" =>
            [
                new() { ["CaseId"] = made.GetValueOrDefault("SecurityAlerts") },
                new() { ["CaseId"] = made.GetValueOrDefault("SuspiciousReports") },
            ],
            "SignInAttempts" or "Lockouts" => [new() { ["Email"] = Address }],
            "FailedDeliveries" => [new() { ["EventId"] = told }],
            "KeyedCalls" => [new() { ["Who"] = user.ToString("N") }],
            _ => [],
        };

    private async Task Put(IEntityType table, Dictionary<string, object?> keys)
    {
        try
        {
            if (table.GetTableName() is "Customers" or "Users" or "Tickets" || !await Insert(table, keys))
                await Update(table, keys);
        }
        catch (DbException fault)
        {
            throw new InvalidOperationException($"{table.GetTableName()}: {fault.Message}", fault);
        }
    }

    // A row that is there already is marked.
    private async Task Update(IEntityType table, Dictionary<string, object?> keys)
    {
        await using var connection = await house.Database.Connect();
        await using var command = connection.CreateCommand();
        var key = table.FindProperty(keys.First(k => k.Value is not null).Key)!;
        var said = new List<MarkedText>();
        var sets = table
            .GetProperties()
            .Where(p => IsText(p) && !p.IsKey())
            .Select((p, i) => $"\"{p.GetColumnName()}\" = {Add(command, p, keys.GetValueOrDefault(p.Name) ?? ValueOf(p, keys, said), i)}")
            .ToList();
        command.CommandText =
            $"UPDATE \"{table.GetTableName()}\" SET {string.Join(", ", sets)} WHERE \"{key.GetColumnName()}\" = {Add(command, key, keys[key.Name], sets.Count)}";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1, table.GetTableName());
        Said.AddRange(said);
    }

    private static string Add(DbCommand command, IProperty property, object? value, int place)
    {
        command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(command, $"@p{place}", value, property.IsNullable));
        return $"@p{place}";
    }

    private async Task<bool> Insert(IEntityType table, Dictionary<string, object?> keys)
    {
        await using var connection = await house.Database.Connect();
        await using var command = connection.CreateCommand();
        var said = new List<MarkedText>();
        var columns = table
            .GetProperties()
            .Where(p => keys.ContainsKey(p.Name) || p.ValueGenerated != ValueGenerated.OnAdd || p.ClrType == typeof(Guid))
            .ToList();
        var values = columns
            .Select(
                (p, i) =>
                {
                    var value = keys.TryGetValue(p.Name, out var key) ? key : ValueOf(p, keys, said);
                    if (p.Name == "Id" && value is Guid id)
                        made[table.GetTableName()!] = id;
                    return Add(command, p, value, i);
                }
            )
            .ToList();
        command.CommandText =
            $"INSERT INTO \"{table.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES ({string.Join(", ", values)})";
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException fault) when (fault.Message.Contains("UNIQUE constraint", StringComparison.Ordinal) || fault.SqlState == "23505")
        {
            return false;
        }
        Said.AddRange(said);
        return true;
    }

    private object? ValueOf(IProperty property, Dictionary<string, object?> keys, List<MarkedText> said)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.Name == "TenantId")
            return house.Amina.TenantId;
        if (IsText(property))
        {
            var text = Mark + InTwoSigns(count++);
            var hers = keys.FirstOrDefault(k => k.Value is Guid id && (id == customer || id == user)).Key ?? keys.Last().Key;
            said.Add(new MarkedText(property.DeclaringType.ContainingEntityType.GetTableName()!, property.GetColumnName(), hers, text));
            return type == typeof(byte[]) ? Encoding.UTF8.GetBytes(text)
                : property.Name is "StateText" or "LimitText" or "AnswerText" or "FateText" ? $"{{\"{text}\":\"{text}\"}}"
                : property.Name is "FactText"
                    ? $"[{{\"label\":\"{text}\",\"labelAr\":\"{text}\",\"value\":\"{text}\",\"valueAr\":\"{text}\"}}]"
                : text;
        }
        if (type == typeof(string))
            return property.IsNullable ? null : "";
        if (property.IsNullable)
            return null;
        if (type == typeof(Guid))
            return Guid.NewGuid();
        if (type == typeof(DateTimeOffset))
            return house.Clock.GetUtcNow();
        if (type == typeof(Channel))
            return Channel.Bell;
        return type.IsEnum ? Enum.GetValues(type).GetValue(0) : Activator.CreateInstance(type);
    }

    // Two signs, so that no mark begins as another, and each has its place in the shortest text.
    private static string InTwoSigns(int number)
    {
        const string signs = "0123456789abcdefghijklmnopqrstuvwxyz";
        number.ShouldBeLessThan(signs.Length * signs.Length);
        return $"{signs[number / signs.Length]}{signs[number % signs.Length]}";
    }
}
