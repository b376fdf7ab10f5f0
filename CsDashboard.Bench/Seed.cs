using System.Globalization;
using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.Data.Sqlite;
using static CsDashboard.Bench.Rows;

namespace CsDashboard.Bench;

/// <summary>
/// A company with an agent and a customer who can sign in, and as many tickets as wanted, written straight into the tables.
/// </summary>
internal sealed class Seed(House house, Guid tenantId, Guid agentId, Actor customer)
{
    public const string ServiceKey = "bench-service-key";
    public const string Password = "a long bench password";
    public const string AgentEmail = "agent@bench.example";
    public const string CustomerEmail = "customer@bench.example";
    public const string Tag = "payout";
    private const string MessageColumns = "Id TenantId TicketId AuthorName Kind Direction Body CreatedAt";
    private const int MessagesOfTicket = 4;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // The first is in most texts; one text in a hundred says cobalt, one in two thousand zirconium: what a search meets in life.
    private static readonly string[] Vocabulary = (
        "please account payout platform signal order withdrawal chart login verify document invoice refund delay error update trade balance "
        + "margin stop target entry deposit transfer card bank currency limit challenge phase rule breach request support answer question screen page button browser phone"
    ).Split(' ');

    private readonly Random random = new(42);
    private int tickets;

    public Actor Agent =>
        new()
        {
            TenantId = tenantId,
            Role = Role.Agent,
            UserId = agentId,
            Name = "Agent",
        };
    public Actor Customer => customer;
    public Guid AnyTicket { get; private set; }

    public static async Task<Seed> In(House house)
    {
        var (tenants, visitor) = (house.Get<Tenants>(), new Visitor("127.0.0.1", null, TimeProvider.System));
        await tenants.SetUp(
            new SetupInput
            {
                Code = tenants.NewSetupCode(),
                Company = "Bench",
                Name = "Admin",
                Email = AgentEmail,
                Password = Password,
            },
            visitor
        );
        var admin = (
            await house.Get<SignIns>().WithPassword(new Credentials { Email = AgentEmail, Password = Password }, visitor, tokens: false)
        ).Actor;
        var customer = (
            await house
                .Get<Customers.CustomerRecords>()
                .Register(
                    new Registration
                    {
                        Name = "Customer",
                        Email = CustomerEmail,
                        Password = Password,
                    },
                    visitor,
                    tokens: false
                )
        ).Actor;
        return new Seed(house, admin.TenantId, admin.UserId!.Value, customer);
    }

    /// <summary>Adds accounts of customers.</summary>
    public Task CustomersWhoSignIn(int count) =>
        house
            .Get<Store>()
            .Write(
                Agent,
                async db =>
                {
                    for (var i = 0; i < count; i++)
                        await Users.Add(
                            db,
                            new NewAccount
                            {
                                Name = $"Layla Haddad {i}",
                                Email = $"layla.haddad.{i}@bench.example",
                                Role = Role.Customer,
                            }
                        );
                }
            );

    /// <summary>Adds tickets with four messages each until there are so many; messages are findable when search is on.</summary>
    public async Task GrowTo(int count, bool search)
    {
        await using var connection = new SqliteConnection($"Data Source={house.Database}");
        await connection.OpenAsync();
        await Run(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        var customers = await Customers(connection);
        await using var ticket = Insert(
            connection,
            "Tickets",
            "Id TenantId Number Short CustomerId Subject Category Type Priority Status Channel AssigneeId TagText CreatedAt UpdatedAt IsOpen MessageCount LastMessageAt AwaitsStaff PausedMinutes NextDueAt InChat"
        );
        await using var message = Insert(connection, "Messages", MessageColumns);
        await using var doc = Insert(connection, "SearchDocs", "Id TenantId Kind SubjectId ParentId CustomerId Audience At Title Text");
        await using var words = Insert(connection, "SearchText", "rowid Title Text");
        while (tickets < count)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            ticket.Transaction = message.Transaction = doc.Transaction = words.Transaction = transaction;
            for (var until = Math.Min(count, tickets + 20_000); tickets < until; tickets++)
                Add(ticket, message, doc, words, customers, search);
            await transaction.CommitAsync();
        }
        if (search)
            await Run(
                connection,
                $"INSERT OR IGNORE INTO SearchWords VALUES {string.Join(',', Vocabulary.Concat(["payouts", "cobalt", "zirconium"]).Where(w => w.Length > 3).Select(w => $"('{w}')"))}"
            );
        await Run(connection, "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void Add(SqliteCommand ticket, SqliteCommand message, SqliteCommand doc, SqliteCommand words, Guid[] customers, bool search)
    {
        var at = Start.AddSeconds(tickets * 20L);
        var (id, customer) = (Guid.CreateVersion7(at), customers[random.Next(customers.Length)]);
        var status = random.Next(10) switch
        {
            0 => "New",
            1 or 2 => "Open",
            3 => "InProgress",
            4 => "Pending",
            5 or 6 or 7 => "Resolved",
            _ => "Closed",
        };
        var open = status is not ("Resolved" or "Closed");
        var last = at.AddMinutes(90);
        var subject = Sentence(6);
        Fill(
            ticket,
            Text(id),
            Text(tenantId),
            $"TKT-2026-{tickets:X8}",
            1_001 + tickets,
            Text(customer),
            subject,
            "Support",
            "Issue",
            (int)TicketPriority.Medium,
            status,
            "Ui",
            random.Next(3) == 0 ? DBNull.Value : Text(agentId),
            random.Next(4) == 0 ? $",{Tag}," : "",
            at.UtcTicks,
            last.UtcTicks,
            open,
            MessagesOfTicket,
            last.UtcTicks,
            random.Next(2) == 0,
            0,
            (open ? last.AddHours(8) : Ticket.Never).UtcTicks,
            false
        );
        for (var m = 0; m < MessagesOfTicket; m++)
        {
            var when = at.AddMinutes(m * 30);
            var (messageId, body) = Add(message, id, m, when);
            if (!search)
                continue;
            var row = tickets * (long)MessagesOfTicket + m + 1_000;
            Fill(
                doc,
                row,
                Text(tenantId),
                "message",
                Text(messageId),
                Text(id),
                Text(customer),
                (int)Audience.Customer,
                when.UtcTicks,
                subject,
                body
            );
            var marks = SearchIndex.Marks(
                tenantId,
                new SearchDoc("message", messageId, Audience.Customer, when, subject, body) { CustomerId = customer }
            );
            Fill(words, row, Folding.Fold(subject), $"{Folding.Fold(body)} {string.Join(' ', marks)}");
        }
        AnyTicket = id;
    }

    /// <summary>
    /// Goes on with the conversation of the newest ticket until it has so many messages, a minute between two. The index is not told.
    /// </summary>
    public async Task Talk(int messages)
    {
        await using var connection = new SqliteConnection($"Data Source={house.Database}");
        await connection.OpenAsync();
        await using var message = Insert(connection, "Messages", MessageColumns);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        message.Transaction = transaction;
        var last = Start.AddSeconds(tickets * 20L).AddMinutes(90);
        for (var m = MessagesOfTicket; m < messages; m++)
            Add(message, AnyTicket, m, last = last.AddMinutes(1));
        await transaction.CommitAsync();
        await Run(
            connection,
            $"UPDATE Tickets SET MessageCount = {messages}, LastMessageAt = {last.UtcTicks}, UpdatedAt = {last.UtcTicks} WHERE Id = '{Text(AnyTicket)}'"
        );
    }

    private (Guid Id, string Body) Add(SqliteCommand message, Guid ticket, int place, DateTimeOffset at)
    {
        var (id, body) = (Guid.CreateVersion7(at), Sentence(18));
        Fill(
            message,
            Text(id),
            Text(tenantId),
            Text(ticket),
            place % 2 == 0 ? "Customer" : "Agent",
            "Reply",
            place % 2 == 0 ? "Inbound" : "Outbound",
            body,
            at.UtcTicks
        );
        return (id, body);
    }

    private string Sentence(int length)
    {
        var words = Enumerable
            .Range(0, length)
            .Select(i => i == 0 && random.Next(3) > 0 ? "please" : Vocabulary[(int)(Math.Pow(random.NextDouble(), 2) * Vocabulary.Length)]);
        return string.Join(' ', words)
            + random.Next(2_000) switch
            {
                0 => " zirconium",
                < 21 => " cobalt",
                _ => "",
            };
    }

    private async Task<Guid[]> Customers(SqliteConnection connection)
    {
        await using var have = connection.CreateCommand();
        have.CommandText = "SELECT Id FROM Customers WHERE Name LIKE 'Customer %'";
        var ids = new List<Guid>();
        await using (var rows = await have.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                ids.Add(rows.GetGuid(0));
        if (ids.Count > 0)
            return [.. ids];
        var all = Enumerable
            .Range(0, 2_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i}@bench.example"))
            .Select(
                (mail, i) =>
                    new Customer
                    {
                        Number = 5_000 + i,
                        UniqueId = $"{i:X8}",
                        PublicId = $"{i:x24}",
                        Name = $"Customer {i}",
                        Email = mail,
                        NormalizedEmail = mail,
                        CreatedAt = Start,
                    }
            )
            .ToList();
        await house.Get<Store>().Write(Agent, db => db.InsertAll(all));
        return [.. all.Select(c => c.Id)];
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();
}
