using System.IO.Compression;
using System.Text;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.LiveChat;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace;
using CsDashboard.Notifications;
using CsDashboard.Tests.Desk;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Customers;

/// <summary>What is kept of a customer is handed out, and forgotten, on each database.</summary>
public sealed class PrivacyTests
{
    private const string Phone = "+966507778899",
        Secret = "Owns a red boat",
        Said = "My parcel is at the harbour";

    private static Actor Service(House house) => house.Karim with { Role = Role.Service, UserId = null, Name = "Service" };

    private static Erasures Erasures(House house) => house.Get<Erasures>();

    // Sara with something of every kind; her name is long enough not to be a word of anything else.
    private static async Task<(Guid Id, long Number)> Lived(House house)
    {
        var (customers, tickets, sara) = (
            house.Get<CsDashboard.Customers.CustomerRecords>(),
            house.Get<Tickets>(),
            house.Sara.CustomerId!.Value
        );
        await house.SignIn(house.Sara);
        await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Sara, password: "wrong password"));
        var detail = await customers.Change(
            house.Amina,
            sara,
            new CustomerChange
            {
                Name = "Sara Zahrawi",
                Phone = Phone,
                Company = "Zahrawi Boats",
                Tags = ["boats"],
                Note = Secret,
            }
        );
        await house
            .Get<Questionnaires>()
            .Sync(
                house.Sara,
                sara,
                new TradingProfile
                {
                    Experience = "Expert",
                    Answers = new Dictionary<string, string> { ["goal"] = "a boat" },
                }
            );
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                sara,
                new OrderInput
                {
                    Number = "S-1",
                    Status = "delivered",
                    Total = 60,
                    City = "Jeddah",
                }
            );
        var file = await house.Get<Attachments>().Upload(house.Sara, "boat.png", new MemoryStream(DeskApp.Png));
        var opened = await tickets.Open(
            house.Sara,
            new NewTicket
            {
                Title = "The harbour",
                Description = Said,
                Type = "complaint",
                AttachmentIds = [file.Id.ToString()],
            }
        );
        await house.Drain();
        await tickets.Reply(house.Karim, opened.Id, new NewMessage { Body = "Dear Sara Zahrawi, we look." });
        await tickets.Remark(house.Karim, opened.Id, new NewMessage { Body = $"Call her at {Phone}." });
        await house.Get<CallRequests>().Request(house.Sara, new NewCall { Note = "In the evening", Phone = Phone });
        await tickets.Change(house.Karim, opened.Id, new TicketChange { Status = "resolved" });
        await tickets.Rate(
            house.Sara,
            new FeedbackInput
            {
                TicketId = opened.Id.ToString(),
                Rating = 5,
                Comment = "The boat is back.",
            }
        );
        await house.Drain();
        await house.Get<Seal>().SealAll();
        return (sara, detail.Number);
    }

    // Every text of every table, as the engine lists them.
    private static async Task<IReadOnlyList<string>> Found(House house, params string[] words)
    {
        var (found, sqlite) = (new List<string>(), house.Database.Kind == DatabaseKind.Sqlite);
        await using var connection = await house.Database.Connect();
        async Task<List<string>> Ask(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
            return rows;
        }
        var columns = await Ask(
            sqlite
                ? "SELECT m.name || '|' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
                : "SELECT table_name || '|' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
        );
        columns.Count.ShouldBeGreaterThan(100);
        foreach (var parts in columns.Select(c => c.Split('|')))
        foreach (var word in words)
            if (
                (
                    await Ask(
                        $"SELECT count(*) FROM \"{parts[0]}\" WHERE lower(cast(\"{parts[1]}\" AS text)) LIKE '%{word.ToLowerInvariant()}%'"
                    )
                )[0]
                is not "0"
            )
                found.Add($"{parts[0]}.{parts[1]}: {word}");
        return found;
    }

    private static readonly string[] Traces =
    [
        "sara@example.com",
        Phone,
        "507778899",
        "Zahrawi",
        Secret,
        Said,
        "boat.png",
        "The boat is back",
        "In the evening",
        "Jeddah",
    ];

    [Theory, EachDatabase]
    public async Task Nothing_of_an_erased_customer_is_found_anywhere_and_the_history_still_holds(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, number) = await Lived(house);
        (await Found(house, Traces)).Count.ShouldBeGreaterThan(20);
        var key = await house.Database.Ask("SELECT \"Key\" FROM \"Attachments\"");
        var before = await house.Events(house.Nour);

        var plan = await Erasures(house).Plan(house.Amina, sara);
        (plan.Held, plan.ErasedAt, plan.Latest).ShouldBe((null, null, null));
        plan.Lines.Where(l => l.Count > 0)
            .Select(l => l.Kind)
            .ShouldBe(
                [
                    "profile",
                    "accounts",
                    "notes",
                    "questionnaires",
                    "notifications",
                    "security",
                    "history",
                    "tickets",
                    "files",
                    "calls",
                    "feedback",
                    "orders",
                    "points",
                ],
                ignoreOrder: true
            );
        var begun = await Erasures(house)
            .Begin(house.Amina, sara, new ErasureInput { Confirm = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        // Out at once, before anything else is done.
        (await Should.ThrowAsync<Refusal>(() => house.SignIn(house.Sara))).Kind.ShouldBe(RefusalKind.SignedOut);
        var seen = new List<int>();
        var done = await Erasures(house).Run(house.Amina, begun.Id, new Inline<ErasureView>(v => seen.Add(v.Done)));
        await house.Drain();
        seen.ShouldBe(seen.Order());
        (done.FinishedAt, done.Done).ShouldSatisfyAllConditions(d => d.FinishedAt.ShouldNotBeNull(), d => d.Done.ShouldBe(seen[^1]));

        (await Found(house, [.. Traces, "harbour", "Dear Sara"])).ShouldBeEmpty();
        (await house.Get<IFileStore>().Get(house.Nour, key)).ShouldBeNull();
        // The entries are all there, in their chain; the figures and the books too.
        var after = await house.Events(house.Nour);
        after.Select(e => e.Id).Intersect(before.Select(e => e.Id)).Count().ShouldBe(before.Count);
        after.Single(e => e.Kind == nameof(CustomerErased)).ActorName.ShouldBe("Amina");
        await house.Get<Seal>().SealAll();
        (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldBeEmpty();
        var record = await house.Get<CustomerLists>().Get(house.Karim, sara);
        (record.Number, record.Status, record.Figures.TotalOrderValue, record.Facts.Phone).ShouldBe(
            (number, CustomerStatus.Inactive, 60m, null)
        );
        (await house.Get<Orders>().List(house.Karim, sara)).ShouldHaveSingleItem().City.ShouldBeNull();
        (await house.Get<Timelines>().Read(house.Karim, sara)).Items.ShouldNotBeEmpty();
        (await house.Get<AuditTrail>().List(house.Amina, new AuditFilter { Row = sara })).Items.ShouldAllBe(i =>
            !i.Sentence.Contains("Zahrawi")
        );
        // Others are as they were.
        (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.David)).Email.ShouldBe("david@example.com");
        (await house.Get<CsDashboard.Customers.CustomerRecords>().Search(house.Karim, "zahrawi")).ShouldBeEmpty();
        // Not twice, and never active again.
        (
            await Should.ThrowAsync<Refusal>(() => Erasures(house).Begin(house.Amina, sara, new ErasureInput { Confirm = record.UniqueId }))
        ).Code.ShouldBe("erased");
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<CsDashboard.Customers.CustomerRecords>().SetStatus(house.Amina, sara, CustomerStatus.Active)
            )
        ).Code.ShouldBe("erased");
    }

    private sealed class Inline<T>(Action<T> hear) : IProgress<T>
    {
        public void Report(T value) => hear(value);
    }

    [Theory, EachDatabase]
    public async Task What_colleagues_began_to_write_about_an_erased_customer_goes_and_nothing_else(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (drafts, tickets) = (house.Get<Drafts>(), house.Get<Tickets>());
        var (saras, davids) = (
            (await tickets.Open(house.Sara, new NewTicket { Title = "The harbour", Description = Said })).Id,
            (await tickets.Open(house.David, new NewTicket { Title = "The hill", Description = "Up" })).Id
        );
        foreach (var actor in new[] { house.Karim, house.Amina })
        foreach (var ticket in new[] { saras, davids })
        foreach (var box in new[] { BoxKey.Reply(ticket), BoxKey.Note(ticket), BoxKey.Note(ticket).Files })
            await drafts.Keep(actor, box, Secret);
        await house.Drain();
        var begun = await Erasures(house)
            .Begin(
                house.Amina,
                house.Sara.CustomerId!.Value,
                new ErasureInput { Confirm = (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara)).UniqueId }
            );
        await Erasures(house).Run(house.Amina, begun.Id);
        foreach (var actor in new[] { house.Karim, house.Amina })
        foreach (var box in new[] { BoxKey.Reply(saras), BoxKey.Note(saras), BoxKey.Note(saras).Files })
            (await drafts.Get(actor, box)).ShouldBeNull();
        (await drafts.Get(house.Karim, BoxKey.Note(davids))).ShouldNotBeNull().Text.ShouldBe(Secret);
    }

    [Theory, EachDatabase]
    public async Task What_staff_were_told_of_the_chats_and_alerts_of_an_erased_customer_goes_and_nothing_else(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var chats = house.Get<Chats>();
        foreach (var customer in new[] { house.Sara, house.David })
        {
            var chat = (
                await chats.Start(
                    customer,
                    new NewChat
                    {
                        Topic = "The harbour",
                        Message = Said,
                        Category = "payments",
                    }
                )
            ).Chat.Id;
            await chats.Take(house.Karim, chat);
            // It names the colleague and the topic, and the customer only by where it leads.
            await chats.HandOver(house.Karim, chat, new ChatHandOver { To = house.Lena.UserId });
            for (var i = 0; i < 5; i++)
                await Should.ThrowAsync<Refusal>(() => house.SignIn(customer, password: "wrong"));
        }
        await house.Drain();
        async Task<int> Told(string kind) =>
            int.Parse(
                await house.Database.Ask($"SELECT count(*) FROM \"Notifications\" WHERE \"Kind\" = '{kind}' AND \"CustomerId\" IS NULL"),
                System.Globalization.CultureInfo.InvariantCulture
            );
        string[] kinds = ["chat_waiting", "chat_handed_over", "security_alert"];
        var before = new Dictionary<string, int>();
        foreach (var what in kinds)
            before[what] = await Told(what);
        before.Values.ShouldAllBe(count => count >= 2 && count % 2 == 0);
        // Without the name in it, only the link says of whom it speaks.
        await house.Database.Ask("UPDATE \"Notifications\" SET \"Title\" = 'Somebody', \"Content\" = '' WHERE \"CustomerId\" IS NULL");
        var begun = await Erasures(house)
            .Begin(
                house.Amina,
                house.Sara.CustomerId!.Value,
                new ErasureInput { Confirm = (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara)).UniqueId }
            );
        await Erasures(house).Run(house.Amina, begun.Id);
        foreach (var what in kinds)
            (await Told(what)).ShouldBe(before[what] / 2, what);
    }

    [Theory, EachDatabase]
    public async Task What_is_chosen_to_be_erased_or_kept_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, number) = await Lived(house);
        var begun = await Erasures(house)
            .Begin(
                house.Amina,
                sara,
                new ErasureInput
                {
                    Confirm = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Fates = new Dictionary<string, string>
                    {
                        ["tickets"] = "erase",
                        ["feedback"] = "erase",
                        ["calls"] = "erase",
                        ["orders"] = "keep",
                        ["questionnaires"] = "keep",
                    },
                }
            );
        // The process dies, and the schedule goes on with what is left.
        await house.Get<Erasures>().RunLeft(house.Product);
        (await house.Database.Ask("SELECT count(*) FROM \"Tickets\"")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM \"Messages\"")).ShouldBe("0");
        (await house.Get<Orders>().List(house.Karim, sara)).ShouldHaveSingleItem().City.ShouldBe("Jeddah");
        (await house.Get<Questionnaires>().Versions(house.Karim, sara)).ShouldHaveSingleItem();
        (await Erasures(house).Plan(house.Amina, sara)).Latest.ShouldNotBeNull().Id.ShouldBe(begun.Id);
        (await Found(house, "sara@example.com", Phone, "Zahrawi")).ShouldBeEmpty();
    }

    // contract C4: not with open orders or complaints; typed by hand; an admin of the company alone.
    [Theory, EachDatabase]
    public async Task An_erasure_is_refused_where_it_would_be_wrong(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, number) = (
            house.Sara.CustomerId!.Value,
            (await house.Get<CsDashboard.Customers.CustomerRecords>().Me(house.Sara)).Number.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        Task Begin(Actor actor, string confirm, Dictionary<string, string>? fates = null) =>
            Erasures(house).Begin(actor, sara, new ErasureInput { Confirm = confirm, Fates = fates });
        foreach (var other in new[] { house.Karim, house.Sara, Service(house) })
            (await Should.ThrowAsync<Refusal>(() => Begin(other, number))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => Begin(house.Omar, number))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => Begin(house.Amina, "Sara"))).Fields[0].Field.ShouldBe("confirm");
        (await Should.ThrowAsync<Refusal>(() => Begin(house.Amina, number, new() { ["orders"] = "erase" })))
            .Fields[0]
            .Field.ShouldBe("fates");
        (await Should.ThrowAsync<Refusal>(() => Begin(house.Amina, number, new() { ["shoes"] = "keep" })))
            .Fields[0]
            .Field.ShouldBe("fates");
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                sara,
                new OrderInput
                {
                    Number = "S-1",
                    Status = "shipped",
                    Total = 60,
                }
            );
        (await Should.ThrowAsync<Refusal>(() => Begin(house.Amina, number))).Code.ShouldBe("erase_refused");
        (await Erasures(house).Plan(house.Amina, sara)).Held.ShouldNotBeNull();
        (await house.SignIn(house.Sara)).User.Name.ShouldBe("Sara");
    }

    [Theory, EachDatabase]
    public async Task The_archive_for_staff_has_everything_and_the_customers_own_nothing_of_staff(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, _) = await Lived(house);
        async Task<Dictionary<string, string>> Read(CustomerArchive archive)
        {
            using var stream = new MemoryStream();
            await archive.Write(stream, default);
            stream.Position = 0;
            await using var zip = new ZipArchive(stream);
            var entries = new Dictionary<string, string>();
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
                entries[entry.FullName] = await reader.ReadToEndAsync();
            }
            return entries;
        }
        var whole = await Read(await house.Get<CustomerArchives>().Of(house.Amina, sara));
        var own = await Read(await house.Get<CustomerArchives>().Mine(house.Sara));
        foreach (var archive in new[] { whole, own })
        {
            archive.Keys.ShouldContain(k => k.StartsWith("files/") && k.EndsWith("boat.png"));
            var page = archive["index.html"];
            page.ShouldStartWith("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">");
            foreach (var said in new[] { "Sara Zahrawi", Phone, Said, "Dear Sara Zahrawi", "S-1", "Jeddah", "The boat is back." })
                page.ShouldContain(said);
            using var tickets = System.Text.Json.JsonDocument.Parse(archive["tickets.json"]);
            tickets.RootElement[0].GetProperty("messages")[0].GetProperty("text").GetString().ShouldBe(Said);
        }
        string.Join('\n', whole.Values).ShouldContain(Secret);
        string.Join('\n', whole.Values).ShouldContain($"Call her at {Phone}.");
        string.Join('\n', own.Values).ShouldNotContain(Secret);
        string.Join('\n', own.Values).ShouldNotContain("Call her at");
        own.Keys.ShouldNotContain("notes.json");
        own.Keys.ShouldNotContain("history.json");

        (await house.Events(house.Nour))
            .Where(e => e.Kind == nameof(CustomerExported))
            .Select(e => e.ActorName)
            .ShouldBe(["Amina", "Sara"]);
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerArchives>().Mine(house.Sara))).Kind.ShouldBe(RefusalKind.TooMany);
        house.Clock.AdvanceMinutes(11);
        await house.Get<CustomerArchives>().Mine(house.Sara);
        foreach (var other in new[] { house.Karim, house.Sara, Service(house) })
            (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerArchives>().Of(other, sara))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerArchives>().Of(house.Omar, sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => house.Get<CustomerArchives>().Mine(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    // Whoever owns the database could blank an entry as an erasure does; without an entry in the chain it is noticed.
    [Theory, EachDatabase]
    public async Task An_entry_that_was_blanked_without_a_word_of_the_chain_is_named(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Lived(house);
        var id = await house.Database.Ask("SELECT min(\"Id\") FROM \"Events\" WHERE \"Kind\" = 'TicketOpened'");
        var hash = (await house.Events(house.Nour))
            .Single(e => e.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == id)
            .ContentDigest;
        // Another hash is refused by the seal, another content by the database.
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            house.Database.Ask($"UPDATE \"Events\" SET \"Payload\" = '{{\"title\":\"x\"}}', \"ContentHash\" = '{hash}' WHERE \"Id\" = {id}")
        );
        await house.Database.Ask(
            $"UPDATE \"Events\" SET \"Payload\" = '{{}}', \"Before\" = NULL, \"After\" = NULL, \"ContentSalt\" = NULL, \"ContentHash\" = '{hash}' WHERE \"Id\" = {id}"
        );
        var finding = (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldHaveSingleItem();
        (finding.Fault, finding.EventId.ToString()).ShouldBe((AuditFault.EventChanged, id));
        // And it can't be rewritten.
        await Should.ThrowAsync<System.Data.Common.DbException>(() =>
            house.Database.Ask($"UPDATE \"Events\" SET \"Payload\" = '{{\"title\":\"x\"}}' WHERE \"Id\" = {id}")
        );
    }

    [Theory, EachDatabase]
    public async Task What_is_older_than_the_company_keeps_it_goes_and_the_rest_stays(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Lived(house);
        var retention = house.Get<Retention>();
        (await retention.Read(house.Amina)).ShouldAllBe(r => r.Days == null);
        house.Clock.AdvanceDays(100);
        (await retention.Apply(house.Product)).ShouldBe(0, "Nobody decided: everything is kept.");
        foreach (var view in await retention.Read(house.Amina))
            await retention.Set(house.Amina, view.Kind, 101);
        (await retention.Apply(house.Product)).ShouldBe(0);
        await retention.Set(house.Amina, "ticket_files", 30);
        await retention.Set(house.Amina, "bells", 30);
        await retention.Set(house.Amina, "timeline", 30);
        (await retention.Apply(house.Product)).ShouldBeGreaterThan(3);
        (await house.Database.Ask("SELECT count(*) FROM \"Attachments\"")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM \"Notifications\" WHERE \"Status\" <> 'Pending'")).ShouldBe("0");
        (await house.Database.Ask("SELECT count(*) FROM \"Tickets\"")).ShouldBe("1");
        (await house.Events(house.Nour)).Where(e => e.ForCustomer != null).ShouldAllBe(e => e.ContentHash != null);
        (await house.Events(house.Nour)).Where(e => e.Kind == nameof(RetentionApplied)).Count().ShouldBe(3);
        await house.Get<Seal>().SealAll();
        (await house.Get<AuditCheck>().Verify(house.Amina)).Findings.ShouldBeEmpty();
        (await retention.Apply(house.Product)).ShouldBe(0);

        await retention.Set(house.Amina, "bells", null);
        (await retention.Read(house.Amina)).Single(r => r.Kind == "bells").Days.ShouldBeNull();
        (await retention.Read(house.Omar)).ShouldAllBe(r => r.Days == null);
        (await Should.ThrowAsync<Refusal>(() => retention.Set(house.Amina, "bells", 0))).Fields[0].Field.ShouldBe("days");
        (await Should.ThrowAsync<Refusal>(() => retention.Set(house.Amina, "shoes", 5))).Fields[0].Field.ShouldBe("kind");
        (await Should.ThrowAsync<Refusal>(() => retention.Set(house.Karim, "bells", 5))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    // contract: crm, Statistics: values are absolute; what an outside service said last is not ours to repair.
    [Theory, EachDatabase]
    public async Task Figures_that_drifted_are_repaired_and_reported_ones_left(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sara, david, lists) = (house.Sara.CustomerId!.Value, house.David.CustomerId!.Value, house.Get<CustomerLists>());
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                sara,
                new OrderInput
                {
                    Number = "S-1",
                    Status = "delivered",
                    Total = 60,
                }
            );
        await house
            .Get<Tickets>()
            .Open(
                house.Sara,
                new NewTicket
                {
                    Title = "Late",
                    Description = "Late.",
                    Type = "complaint",
                }
            );
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .SetFigures(Service(house), david, new FiguresInput { TotalOrders = 120, TotalOrderValue = 5_000 });
        await house.Drain();
        var right = (await lists.Get(house.Karim, sara)).Figures;
        (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(0);
        await house.Database.Ask(
            "UPDATE \"Customers\" SET \"TotalOrders\" = 7, \"TotalOrderValue\" = 1, \"OpenComplaints\" = 0, \"LastOrderAt\" = NULL WHERE \"Name\" = 'Sara'"
        );
        await house.Database.Ask("UPDATE \"Customers\" SET \"TotalComplaints\" = 4 WHERE \"Name\" = 'David'");
        (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(2);
        (await lists.Get(house.Karim, sara)).Figures.ShouldBe(right);
        var davids = (await lists.Get(house.Karim, david)).Figures;
        (davids.TotalOrders, davids.TotalOrderValue, davids.TotalComplaints).ShouldBe((120, 5_000m, 0));
        var told = (await house.Events(house.Nour)).Where(e => e.Kind == nameof(CustomerFiguresRepaired)).ToList();
        told.Select(e => e.SubjectId).ShouldBe([sara, david], ignoreOrder: true);
        told.ShouldAllBe(e => e.Action == "UPDATE" && e.Before != null);
        (await house.Get<FigureRepair>().Repair(house.Product)).ShouldBe(0);
        // Our own ledger counts again once it has something to count.
        await house
            .Get<Orders>()
            .Record(
                Service(house),
                david,
                new OrderInput
                {
                    Number = "D-1",
                    Status = "delivered",
                    Total = 5,
                }
            );
        (await lists.Get(house.Karim, david)).Figures.TotalOrders.ShouldBe(1);
        (await Should.ThrowAsync<Refusal>(() => house.Get<FigureRepair>().Repair(house.Karim))).Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
