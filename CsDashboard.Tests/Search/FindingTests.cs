using CsDashboard.Accounts;
using CsDashboard.Audit;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using CsDashboard.Knowledge;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Search;

/// <summary>Whatever the product looks for, it finds it as people spell it: the same words through every door that searches.</summary>
public sealed class FindingTests
{
    /// <summary>The text, and what somebody types to find it.</summary>
    private static readonly (string Text, string Asked)[] Spellings =
    [
        ("Ömer Çelik", "omer"),
        ("Ömer Çelik", "ÖMER"),
        ("Ömer Çelik", "Celik Ömer"),
        ("Łukasz Strauß", "Lukasz"),
        ("Łukasz Strauß", "strauss"),
        ("Straße", "STRASSE"),
        ("Søren", "Soren"),
        ("Æther", "aether"),
        ("Ünal Ж", "ünal"),
        ("أحمد البدري", "احمد"),
        ("أحمد البدري", "بدري"),
        ("كلمة المرور", "كلمه المرور"),
        ("عبد الله الشمري", "عبدالله"),
        ("عبدالله الشمري", "عبد الله"),
        ("رقم ٤٢٤٢", "4242"),
        ("محـــاسبة", "محاسبه"),
        ("مُحَاسَبَة", "محاسبة"),
        ("إلغاء", "الغاء"),
        ("qbox", "QBOX"),
        ("zqbert", "zqb"),
    ];

    // In texts only: names are not shortened.
    private static readonly (string Text, string Asked)[] Sentences =
    [
        ("اكتب للمدير", "مدير"),
        ("وبالتوفيق", "توفيق"),
        ("سائل ومسؤول", "مسؤول"),
        ("سائل ومسئول", "مسؤول"),
        ("الدفع والحسابات", "الحسابات"),
        ("رسوم بالسحب", "سحب"),
        ("مع برقم", "رقم"),
        ("شكرا وعبدالله", "عبد الله"),
        ("zqbert", "zqb*"),
        ("Written in C#", "C#"),
        ("Written in C#", "c# written"),
        ("Ask for Ömer, please", "omer"),
    ];

    [Theory]
    [
        EachDatabase("users"),
        EachDatabase("history"),
        EachDatabase("customers"),
        EachDatabase("tickets"),
        EachDatabase("new tickets"),
        EachDatabase("articles"),
        EachDatabase("knowledge"),
        EachDatabase("faq")
    ]
    public async Task What_was_written_is_found_as_people_type_it(DatabaseKind kind, string door)
    {
        await using var house = await House.On(kind);
        foreach (var (text, asked) in door is "users" or "customers" ? Spellings : [.. Spellings, .. Sentences])
        {
            // The history is full of numbers and ids: a search there is one piece.
            if (door == "history" && (text, asked) is (_, "Celik Ömer" or "c# written"))
                continue;
            var (right, wrong) = await Found(house, door, text, asked);
            right.ShouldBeTrue($"{door}: '{asked}' does not find '{text}'");
            wrong.ShouldBeFalse($"{door}: '{asked} qqzz' finds '{text}'");
        }
    }

    private static async Task<(bool Right, bool Wrong)> Found(House house, string door, string text, string asked)
    {
        var amina = house.Amina;
        switch (door)
        {
            case "users":
                var user = await house.Newcomer(house.Product, text);
                async Task<bool> InUsers(string q) =>
                    (await house.Get<UserLists>().List(amina, new UserFilter { Search = q })).Items.Any(u => u.Id == user.UserId);
                return (await InUsers(asked), await InUsers(asked + " qqzz"));
            case "history":
                var person = await house.Newcomer(house.Product with { Silent = false }, text);
                async Task<bool> InHistory(string q) =>
                    (await house.Get<AuditTrail>().List(amina, new AuditFilter { Text = q })).Items.Any(r => r.SubjectId == person.UserId);
                return (await InHistory(asked), await InHistory(asked + " qqzz"));
            case "customers":
                var customer = await house
                    .Get<CsDashboard.Customers.CustomerRecords>()
                    .Add(amina, new() { Name = text, Email = $"{Guid.NewGuid():N}@example.com" });
                await house.Drain();
                async Task<bool> InCustomers(string q) =>
                    (await house.Get<CustomerLists>().List(amina, new CustomerFilter { Search = q })).Items.Any(c => c.Id == customer.Id);
                return (await InCustomers(asked), await InCustomers(asked + " qqzz"));
            case "tickets" or "new tickets":
                var ticket = await house.Get<Tickets>().Open(house.David, new NewTicket { Title = text, Description = "…" });
                // Until the index knows it, the newest subjects are read.
                if (door == "tickets")
                    await house.Drain();
                async Task<bool> InTickets(string q) =>
                    (
                        await house
                            .Get<TicketLists>()
                            .List(
                                amina,
                                new TicketFilter
                                {
                                    Search = q,
                                    List = "all",
                                    Size = 100,
                                }
                            )
                    ).Items.Any(t => t.Id == ticket.Id);
                return (await InTickets(asked), await InTickets(asked + " qqzz"));
            default:
                var article = await house
                    .Get<Articles>()
                    .Save(
                        amina,
                        null,
                        new ArticleInput
                        {
                            Slug = "a" + Guid.NewGuid().ToString("N"),
                            Category = "account",
                            Title = text,
                            Body = "Text",
                            FaqPlace = 1,
                        }
                    );
                if (door == "articles")
                    await house.Drain();
                async Task<bool> InArticles(string q) =>
                    door switch
                    {
                        "articles" => (await house.Get<Articles>().Search(house.David, q, "en")).Any(a => a.Id == article),
                        "knowledge" => (await house.Get<Articles>().All(amina, q, "en")).Any(a => a.Id == article),
                        _ => (await house.Get<Faq>().Search(house.David, q, "en")).Any(a => a.Id == article),
                    };
                return (await InArticles(asked), await InArticles(asked + " qqzz"));
        }
    }

    [Theory, EachDatabase]
    public async Task A_frequent_question_is_found_by_words_that_stand_apart_in_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house
            .Get<Articles>()
            .Save(
                house.Amina,
                null,
                new ArticleInput
                {
                    Slug = "reset",
                    Category = "account",
                    Title = "How do I reset my password?",
                    Body = "By e-mail.",
                    FaqPlace = 1,
                }
            );
        await house
            .Get<Articles>()
            .Save(
                house.Amina,
                null,
                new ArticleInput
                {
                    Slug = "keep",
                    Category = "account",
                    Title = "Is my password kept?",
                    Body = "Nobody can reset it unseen.",
                    FaqPlace = 0,
                }
            );
        (await house.Get<Faq>().Search(house.David, "reset password", "en"))
            .Select(f => (f.Slug, f.Relevance))
            .ShouldBe([("reset", 100), ("keep", 50)]);
    }

    [Theory, EachDatabase]
    public async Task A_name_is_not_taken_apart(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Amina, new() { Name = "كريم عزيز", Email = "karim.aziz@example.com" });
        await house.Drain();
        (await house.Get<CustomerLists>().List(house.Amina, new CustomerFilter { Search = "ريم" })).Items.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_an_older_folding_has_written_is_folded_anew_once_and_found(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Newcomer(house.Product, "Ömer Çelik");
        var customer = await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .Add(house.Amina, new() { Name = "Søren Straß", Email = "soren@example.com" });
        for (var i = 0; i < 40; i++)
            await house.Get<Tickets>().Open(house.David, new NewTicket { Title = $"Bei Ömer {i}", Description = "Straße" });
        await house.Drain();
        await house.Get<Refolding>().Do();
        var order = await Rows(house);
        // As an earlier version would have left them.
        await house.Store.Write(
            house.Product,
            async db =>
            {
                await db.Database.ExecuteSqlRawAsync("""UPDATE "KeptFoldings" SET "Version" = 1""");
                await db.Database.ExecuteSqlRawAsync("""UPDATE "Users" SET "FoldedName" = ''""");
                await db.Database.ExecuteSqlRawAsync("""UPDATE "Customers" SET "NameKey" = 'strass soren' WHERE "NameKey" IS NOT NULL""");
                await db.Database.ExecuteSqlRawAsync(
                    kind == DatabaseKind.Sqlite ? """DELETE FROM "SearchText" """ : """UPDATE "SearchDocs" SET "Words" = ''::tsvector"""
                );
            }
        );
        (await house.Get<UserLists>().List(house.Amina, new UserFilter { Search = "omer" })).Items.ShouldBeEmpty();
        (await house.Get<TicketLists>().List(house.Amina, new TicketFilter { Search = "strasse" })).Items.ShouldBeEmpty();

        await using var again = house.Again();
        await again.Get<Refolding>().Do();
        (await again.Get<UserLists>().List(house.Amina, new UserFilter { Search = "omer" })).Items.ShouldHaveSingleItem();
        (await again.Get<TicketLists>().List(house.Amina, new TicketFilter { Search = "strasse", Size = 100 })).Items.Count.ShouldBe(40);
        (await again.Get<CustomerLists>().List(house.Amina, new CustomerFilter { Search = "soren strass" })).Items.ShouldHaveSingleItem();
        await using (var db = again.Store.Open(house.Product))
            (await db.Customers.Where(c => c.Id == customer.Id).Select(c => c.NameKey).SingleAsync()).ShouldBe("soren strass");
        (await Rows(again)).ShouldBe(order, "Rows keep their places, by which what is found is ordered.");
        await using (var db = again.Store.Open(Actor.System(Guid.Empty)))
            (await db.KeptFoldings.ToListAsync()).ShouldAllBe(k => k.IsDone && k.Version == Folding.Version && k.After == null);
    }

    private static async Task<List<(long, Guid)>> Rows(House house)
    {
        await using var db = house.Store.Open(house.Product);
        return
        [
            .. (await db.IndexedTexts.OrderBy(t => t.Id).Select(t => new { t.Id, t.SubjectId }).ToListAsync()).Select(t =>
                (t.Id, t.SubjectId)
            ),
        ];
    }

    [Fact]
    public async Task Every_kind_of_text_in_the_index_has_a_room_that_tells_it_again()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        house
            .Get<IEnumerable<IHaveTexts>>()
            .SelectMany(room => room.Kinds)
            .Order()
            .ShouldBe(["article", "customer", "message", "note", "ticket"]);
    }
}
