using System.Globalization;
using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Calls;
using CsDashboard.Desk.Conversation;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using CsDashboard.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Demo;

/// <summary>
/// Two companies with people, tickets, articles and calls, made only through the rooms' own verbs: what the demo can do,
/// the product can. Runs on an empty database and only when the setting Demo is on.
/// </summary>
public sealed class DemoCompany(
    Store store,
    Tenants tenants,
    Passwords passwords,
    Tickets tickets,
    Articles articles,
    CannedReplies canned,
    CallRequests calls,
    Vault.CandleImports candles,
    IServiceProvider services,
    ILogger<DemoCompany> log
)
{
    public static readonly IReadOnlyList<DemoAccount> Accounts =
    [
        new("customer@example.com", "demo123", Role.Customer, "Demo", "Sara Haddad"),
        new("customer@test.com", "password123", Role.Customer, "Demo", "David Miller"),
        new("agent@example.com", "Agent@123", Role.Agent, "Demo", "Lena Fischer"),
        new("admin@rman.com", "Admin@123", Role.Admin, "Demo", "Omar Rman"),
        new("customer@other.com", "password123", Role.Customer, "Other", "Oskar Lind"),
        new("admin@other.com", "Admin@123", Role.Admin, "Other", "Amal Qasim"),
    ];

    private const int DemoTickets = 240;
    private const int OtherTickets = 60;

    // Anything older is history: nobody is notified of it.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(20);

    private static readonly string[] Amounts =
    [
        "250 USD",
        "480 USD",
        "1,250 USD",
        "90 USD",
        "3,400 USD",
        "720 USD",
        "15,000 SAR",
        "640 EUR",
    ];
    private static readonly string[] Pairs = ["BTC/USDT", "ETH/USDT", "EUR/USD", "XAU/USD", "SOL/USDT", "GBP/USD", "USD/JPY"];

    private sealed record Person(string Name, string Email, string Language, string? Phone = null, string? TimeZone = null);

    private sealed record Company(List<Person> Agents, List<Person> Customers);

    private sealed record Line(string By, string Text, int After);

    private sealed record Conversation
    {
        public required string Language { get; init; }
        public required string Category { get; init; }
        public required string Type { get; init; }
        public required string Priority { get; init; }
        public required string[] Tags { get; init; }
        public required string Subject { get; init; }
        public required List<Line> Messages { get; init; }
        public required string Ending { get; init; }
        public required int? Rating { get; init; }
        public required string? Comment { get; init; }
    }

    private sealed record ArticleBody(string Title, string Body);

    private sealed record HelpArticle(string Slug, string Category, ArticleBody En, ArticleBody Ar)
    {
        public ArticleInput Input(int? faqPlace) =>
            new()
            {
                Slug = Slug,
                Category = Category,
                Title = En.Title,
                Body = En.Body,
                TitleAr = Ar.Title,
                BodyAr = Ar.Body,
                FaqPlace = faqPlace,
            };
    }

    private sealed record Canned(string Title, string Language, string Text);

    /// <summary>
    /// Fills an empty database; does nothing to any other. Takes under ten seconds on an idle machine, and says in the log how far it is.
    /// </summary>
    public async Task Seed(TimeProvider clock)
    {
        if (await tenants.Any())
            return;
        var started = clock.GetTimestamp();
        var people = Read<Dictionary<string, Company>>("people");
        var conversations = Read<List<Conversation>>("conversations");
        var now = clock.Now();
        var first = await Fill("Demo", "demo", people["demo"], conversations, DemoTickets, now, new Random(7));
        var second = await Fill("Other", "other", people["other"], conversations, OtherTickets, now, new Random(11));
        services.GetRequiredService<DemoMembers>().Begin([first, second]);
        log.LogInformation("The demo companies were made in {Seconds:0.0} s", clock.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<Actor> Fill(
        string name,
        string slug,
        Company people,
        List<Conversation> conversations,
        int count,
        DateTimeOffset now,
        Random random
    )
    {
        void Say(string what) => log.LogInformation("Demo company {Company}: {What}", name, what);
        var founded = now.AddDays(-400);
        var tenant = await tenants.Found(name, slug, "Asia/Riyadh", new StandingClock(founded));
        var product = Actor.System(tenant.Id, new StandingClock(founded)) with { Silent = true };
        var (staff, customers) = (new List<Actor>(), new List<(Actor Actor, string Language)>());
        foreach (var account in Accounts.Where(a => a.Company == name && a.Role != Role.Customer))
            staff.Add(StaffActor(await tenants.AddStaff(product, account.Name, account.Email, account.Role, account.Password, "en")));
        foreach (var agent in people.Agents)
            staff.Add(StaffActor(await tenants.AddStaff(product, agent.Name, agent.Email, Role.Agent, null, agent.Language)));
        foreach (var account in Accounts.Where(a => a.Company == name && a.Role == Role.Customer))
            customers.Add(
                await Customer(product, new Person(account.Name, account.Email, "en", "+966500000000", "Asia/Riyadh"), account.Password)
            );
        // They came one after another in the first ten months, before what they ask for now.
        DateTimeOffset Came(int place) => founded + TimeSpan.FromDays(300) * place / (people.Customers.Count + 2);
        foreach (var person in people.Customers)
            customers.Add(await Customer(product with { Clock = new StandingClock(Came(customers.Count)) }, person, password: null));

        Say($"{staff.Count + customers.Count} people are there; articles, candles and the shop follow");
        var admin = staff.First(s => s.Role == Role.Admin);
        await services.GetRequiredService<DemoShop>().Fill(admin, now, Then, name == "Demo" ? int.MaxValue : 10);
        await services.GetRequiredService<DemoOrders>().Open(admin);
        foreach (var article in Read<List<HelpArticle>>("articles"))
            await articles.Save(admin, null, article.Input(faqPlace: null));
        foreach (var (i, question) in Read<List<HelpArticle>>("faq").Index())
            await articles.Save(admin, null, question.Input(faqPlace: i + 1));
        foreach (var type in Enum.GetValues<BotType>())
        foreach (var pair in Samples.Pairs(type))
            await candles.Fill(admin, type, pair, TimeSpan.FromDays(8));
        foreach (var reply in Read<List<Canned>>("canned"))
            await canned.Add(
                admin,
                new CannedReplyInput
                {
                    Title = reply.Title,
                    Text = reply.Text,
                    Language = reply.Language,
                }
            );

        // Every ticket is a chain of acts at their own times; the chains run side by side, oldest act first.
        var acts = new List<(DateTimeOffset At, int Ticket, Guid Customer, Func<Guid, DateTimeOffset, Task<Guid>> Do)>();
        for (var i = 0; i < count; i++)
            Plan(acts, i, conversations[i % conversations.Count], staff, customers, now, random);
        for (var i = 0; i < customers.Count; i++)
        {
            var (id, language) = (customers[i].Actor.CustomerId!.Value, customers[i].Language);
            foreach (
                var (at, act) in services
                    .GetRequiredService<DemoRecords>()
                    .Plan(id, i, language, Came(i), now, admin, product with { Name = "Shop" }, Then, random)
            )
                acts.Add(
                    (
                        at,
                        count + i,
                        id,
                        async (_, when) =>
                        {
                            await act(when);
                            return id;
                        }
                    )
                );
        }
        Say($"articles and candles are there; {acts.Count} acts of tickets and orders follow");
        // Started first: its acts follow one another, and meanwhile the others share their syncs with it.
        var signals = services
            .GetRequiredService<DemoSignals>()
            .Fill(admin, product, now, name == "Demo" ? DemoSignals.Count : DemoSignals.Count / 5, Then, new Random(count));
        var pictures = name == "Demo" ? services.GetRequiredService<DemoPictures>().Fill(Then(admin, now.AddDays(-9))) : Task.CompletedTask;
        var chains = Enumerable.Repeat(Task.FromResult(Guid.Empty), count + customers.Count).ToArray();
        // What one customer does comes in its order, so that the ledger of points, which follows from it, does too.
        var lives = new Dictionary<Guid, Task>();
        foreach (var act in acts.OrderBy(a => a.At))
            lives[act.Customer] = chains[act.Ticket] = Next(
                lives.GetValueOrDefault(act.Customer, Task.CompletedTask),
                chains[act.Ticket],
                act.Do,
                act.At
            );
        await Task.WhenAll([.. chains, signals, pictures]);
        Say("tickets, orders and signals are there; calls and chats follow");

        if (name == "Demo")
        {
            var orders = services.GetRequiredService<DemoOrders>();
            await orders.Place(staff.First(s => s.Role == Role.Agent), customers[0].Actor, now, Then);
            await services.GetRequiredService<DemoAfterwards>().Fill(admin, staff.First(s => s.Role == Role.Agent), customers, now, Then);
            await orders.Date(product with { Clock = new StandingClock(now) });
        }
        if (name == "Demo")
            await services
                .GetRequiredService<DemoEngagement>()
                .Fill([.. customers.Select(c => c.Actor)], admin, staff.First(s => s.Role == Role.Agent), product, now, Then);

        Actor Then(Actor who, DateTimeOffset when) => who with { Clock = new StandingClock(when), Silent = now - when > Fresh };
        static async Task<Guid> Next(Task life, Task<Guid> before, Func<Guid, DateTimeOffset, Task<Guid>> act, DateTimeOffset at)
        {
            await life;
            return await act(await before, at);
        }
        await PlanCalls(customers, staff, now, random);
        // The accounts a visitor signs in with come with old chats; they begin one themselves.
        if (name == "Demo")
            await services
                .GetRequiredService<DemoChats>()
                .Fill(admin, [.. customers.Select(c => c.Actor)], [.. staff.Where(s => s.Role == Role.Agent)], now, Then);
        return admin with { Clock = TimeProvider.System };
    }

    private static Actor StaffActor(User user) => Sessions.ActorOf(user, null, null, TimeProvider.System) with { Silent = true };

    private async Task<(Actor, string)> Customer(Actor product, Person person, string? password)
    {
        var hash = password is null ? null : await passwords.MakeAnyway(password);
        return await store.Write(
            product,
            async db =>
            {
                var customer = await Customers.CustomerRecords.Add(
                    db,
                    new NewCustomer
                    {
                        Name = person.Name,
                        Email = person.Email,
                        Phone = person.Phone,
                        Language = person.Language,
                        TimeZone = person.TimeZone,
                    }
                );
                var user = hash is null
                    ? null
                    : await Users.Add(
                        db,
                        new NewAccount
                        {
                            Name = person.Name,
                            Email = person.Email,
                            Role = Role.Customer,
                            PasswordHash = hash,
                            CustomerId = customer.Id,
                            Language = person.Language,
                            TimeZone = customer.TimeZone,
                        }
                    );
                var actor = new Actor
                {
                    TenantId = product.TenantId,
                    Role = Role.Customer,
                    CustomerId = customer.Id,
                    UserId = user?.Id,
                    Name = customer.Name,
                    Language = person.Language,
                    Silent = true,
                };
                return (actor, person.Language);
            }
        );
    }

    private void Plan(
        List<(DateTimeOffset, int, Guid, Func<Guid, DateTimeOffset, Task<Guid>>)> acts,
        int ticket,
        Conversation talk,
        List<Actor> staff,
        List<(Actor Actor, string Language)> customers,
        DateTimeOffset now,
        Random random
    )
    {
        // The two accounts a visitor signs in with have more to show than the others.
        var (customer, agent) = (Choose(), staff[random.Next(staff.Count)]);
        var length = TimeSpan.FromMinutes(talk.Messages.Sum(m => m.After) + 90);
        var age = talk.Ending is "resolved" or "closed"
            ? TimeSpan.FromHours(6 + random.NextDouble() * 24 * 88)
            : TimeSpan.FromMinutes(20 + Math.Pow(random.NextDouble(), 2) * 60 * 24 * 6);
        var at = now - age - length;
        var fill = Filler(customer, agent, at, talk.Language, random);
        Actor By(Actor who, DateTimeOffset when) => who with { Clock = new StandingClock(when), Silent = now - when > Fresh };
        void Act(DateTimeOffset when, Func<Guid, DateTimeOffset, Task<Guid>> act) =>
            acts.Add((when, ticket, customer.CustomerId!.Value, act));

        var opening = new NewTicket
        {
            Title = fill(talk.Subject),
            Description = fill(talk.Messages[0].Text),
            Category = talk.Category,
            Type = talk.Type,
            Priority = talk.Priority,
        };
        if (talk.Ending == "new")
            Act(at, async (_, when) => (await tickets.OpenFor(By(agent, when), customer.CustomerId!.Value, opening)).Id);
        else
            Act(at, async (_, when) => (await tickets.Open(By(customer, when), opening)).Id);
        if (talk.Tags.Length > 0)
            Act(
                at.AddMinutes(2),
                async (id, when) =>
                {
                    await tickets.ChangeAll(By(agent, when), [id], new TicketChange { Tags = talk.Tags });
                    return id;
                }
            );
        foreach (var line in talk.Messages.Skip(1))
        {
            at = at.AddMinutes(Math.Max(1, line.After));
            var message = new NewMessage { Body = fill(line.Text) };
            Act(
                at,
                async (id, when) =>
                {
                    if (line.By == "note")
                        await tickets.Remark(By(agent, when), id, message);
                    else
                        await tickets.Reply(By(line.By == "agent" ? agent : customer, when), id, message);
                    return id;
                }
            );
        }
        if (talk.Ending is "in_progress" or "pending" or "resolved" or "closed")
            Act(
                at.AddMinutes(3),
                async (id, when) =>
                {
                    await tickets.ChangeAll(By(agent, when), [id], new TicketChange { Status = talk.Ending });
                    return id;
                }
            );
        if (talk.Rating is { } rating)
            Act(
                at.AddMinutes(60),
                async (id, when) =>
                {
                    await tickets.Rate(
                        By(customer, when),
                        new FeedbackInput
                        {
                            TicketId = id.ToString(),
                            Rating = rating,
                            Comment = talk.Comment,
                        }
                    );
                    return id;
                }
            );

        Actor Choose()
        {
            var speakers = customers.Where(c => c.Language == talk.Language).ToList();
            return random.Next(8) == 0 && talk.Language == "en"
                ? customers[random.Next(Accounts.Count(a => a.Company == "Demo" && a.Role == Role.Customer)) % speakers.Count].Actor
                : speakers[random.Next(speakers.Count)].Actor;
        }
    }

    private static Func<string, string> Filler(Actor customer, Actor agent, DateTimeOffset at, string language, Random random)
    {
        var values = new Dictionary<string, string>
        {
            ["{customer}"] = PersonName.First(customer.Name),
            ["{agent}"] = PersonName.First(agent.Name),
            ["{amount}"] = Amounts[random.Next(Amounts.Length)],
            ["{pair}"] = Pairs[random.Next(Pairs.Length)],
            ["{order}"] = string.Create(CultureInfo.InvariantCulture, $"ORD-{random.Next(10_000, 99_999)}"),
            ["{date}"] = at.AddDays(-random.Next(2, 6)).ToString("d MMMM", CultureInfo.GetCultureInfo(language)),
        };
        return text => values.Aggregate(text, (sum, pair) => sum.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
    }

    private async Task PlanCalls(List<(Actor Actor, string Language)> customers, List<Actor> staff, DateTimeOffset now, Random random)
    {
        string[] notes =
        [
            "Please call about my payout.",
            "I would like to go through the challenge rules.",
            "أرغب في مكالمة بخصوص التحقق من الهوية.",
            "Question on my invoice.",
            "أحتاج مساعدة في ربط المنصة.",
        ];
        var callers = customers.Where(c => c.Actor.UserId is not null).ToList();
        for (var i = 0; i < 6; i++)
        {
            var (actor, agent) = (callers[i % callers.Count].Actor, staff[random.Next(staff.Count)]);
            var asked = actor with { Clock = new StandingClock(now.AddHours(-30 + i * 4)) };
            // At eight and at twelve of UTC somebody works, on any day of the week in Riyadh but Friday and Saturday.
            var day = new DateTimeOffset(now.Date, TimeSpan.Zero).AddDays(2 + i % 3);
            while (day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday)
                day = day.AddDays(1);
            var call = await calls.Request(
                asked,
                new NewCall
                {
                    Note = notes[i % notes.Length],
                    Wishes = [day.AddHours(8), day.AddHours(12)],
                    TimeZone = "Asia/Riyadh",
                }
            );
            var acting = agent with { Clock = new StandingClock(now.AddHours(-29 + i * 4)) };
            if (i == 1)
                await calls.Schedule(acting, call.Id, day.AddHours(8));
            if (i == 3)
                await calls.Reject(acting, call.Id, "We have answered by e-mail; please ask again if anything is open.");
            if (i == 4)
                await calls.Complete(acting, call.Id, "Explained the rules, customer is happy.");
        }
    }

    internal static T Read<T>(string name)
    {
        using var file = typeof(DemoCompany).Assembly.GetManifestResourceStream($"CsDashboard.Demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(file, StoredEvent.Json)!;
    }
}
