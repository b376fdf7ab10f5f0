using CsDashboard.Foundation;
using CsDashboard.Search;
using CsDashboard.Tests.Harness;

namespace CsDashboard.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly Guid Sara = Guid.CreateVersion7(), Omar = Guid.CreateVersion7();

    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static Task<Guid> Put(PlatformGround ground, Actor company, string title, string text, Audience audience = Audience.Customer, Guid? customer = null, string kind = "message", Guid? id = null, string? language = null) =>
        ground.Store.Write(company, async db =>
        {
            var subject = id ?? Guid.CreateVersion7();
            await ground.Get<ISearchIndex>().Put(db, new SearchDoc(kind, subject, audience, company.Now, title, text) { CustomerId = customer, Language = language });
            return subject;
        });

    private static async Task<IReadOnlyList<SearchHit>> Find(PlatformGround ground, Actor company, SearchQuery query)
    {
        await using var db = ground.Store.Open(company);
        return await ground.Get<ISearchIndex>().Find(db, query);
    }

    private static async Task<string> Titles(PlatformGround ground, Actor company, string text, Audience audience = Audience.Staff, Guid? customer = null) =>
        string.Join(' ', (await Find(ground, company, new SearchQuery(text, audience) { CustomerId = customer })).Select(h => h.Title));

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_written_one_way_is_found_another_way(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "A", "واجهتُ مُشكلةً في الحساب رقم ٤٢");
        await Put(ground, ground.First, "B", "The Café résumé was refused");
        (await Titles(ground, ground.First, "المشكلة حساب")).ShouldBe("A");
        (await Titles(ground, ground.First, "42 ")).ShouldBe("A");
        (await Titles(ground, ground.First, "RESUME cafe ")).ShouldBe("B");
        (await Titles(ground, ground.First, "refusal")).ShouldBe("");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_last_word_may_be_a_beginning(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "A", "payment refused");
        await Put(ground, ground.First, "B", "paying late");
        foreach (var start in new[] { "pa", "pay" }) (await Titles(ground, ground.First, start)).ShouldBe("B A");
        (await Titles(ground, ground.First, "paym")).ShouldBe("A");
        (await Titles(ground, ground.First, "refused payment")).ShouldBe("A");
        (await Titles(ground, ground.First, "paym refused")).ShouldBe("");
        (await Titles(ground, ground.First, "paym ")).ShouldBe("");
        (await Titles(ground, ground.First, "xyzzy")).ShouldBe("");
    }

    [Fact]
    public async Task A_beginning_shared_by_very_many_words_still_finds_all_of_them()
    {
        await using var ground = await PlatformGround.Lay();
        await Put(ground, ground.First, "A", string.Join(' ', Enumerable.Range(1000, 300).Select(i => "9665" + i)));
        await Put(ground, ground.First, "B", "96659999");
        (await Titles(ground, ground.First, "9665")).ShouldBe("B A");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Quoted_words_stand_next_to_each_other(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "A", "The wire transfer failed");
        await Put(ground, ground.First, "B", "transfer by wire");
        await Put(ground, ground.First, "wire", "transfer");
        (await Titles(ground, ground.First, "\"wire transfer\"")).ShouldBe("A");
        (await Titles(ground, ground.First, "\"Wire, TRANSFER\" fail")).ShouldBe("A");
        (await Titles(ground, ground.First, "wire transfer")).ShouldBe("wire B A");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Companies_customers_and_audiences_are_kept_apart(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "saras", "invoice", customer: Sara);
        await Put(ground, ground.First, "omars", "invoice", customer: Omar);
        await Put(ground, ground.First, "note", "invoice", Audience.Staff, Sara, "note");
        await Put(ground, ground.First, "article", "invoice", Audience.Public, kind: "article");
        await Put(ground, ground.Second, "others", "invoice", customer: Sara);
        (await Titles(ground, ground.First, "invoice")).ShouldBe("article note omars saras");
        (await Titles(ground, ground.First, "invoice", Audience.Staff, Sara)).ShouldBe("note saras");
        (await Titles(ground, ground.First, "invoice", Audience.Customer, Sara)).ShouldBe("saras");
        (await Titles(ground, ground.First, "invoice", Audience.Public)).ShouldBe("article");
        (await Titles(ground, ground.Second, "invoice")).ShouldBe("others");
        (await Titles(ground, Actor.System(Guid.Empty), "invoice")).ShouldBe("");
        await Should.ThrowAsync<ArgumentException>(() => Titles(ground, ground.First, "invoice", Audience.Customer));
        (await Find(ground, ground.First, new SearchQuery("invoice", Audience.Staff) { Kinds = ["note", "article"] })).Select(h => h.Kind).ShouldBe(["article", "note"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_text_in_one_language_is_found_in_that_language(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "en", "VPN", Audience.Public, kind: "article", language: "en");
        await Put(ground, ground.First, "ar", "VPN", Audience.Public, kind: "article", language: "ar");
        (await Find(ground, ground.First, new SearchQuery("vpn", Audience.Public) { Language = "ar" })).Single().Title.ShouldBe("ar");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_newest_come_first_and_a_page_goes_on_where_the_last_one_ended(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        for (var i = 1; i <= 7; i++) await Put(ground, ground.First, "n" + i, "hello");
        var seen = new List<string>();
        long? before = null;
        while (await Find(ground, ground.First, new SearchQuery("hello", Audience.Staff) { Limit = 3, Before = before }) is { Count: > 0 } page)
        {
            page.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Select(h => h.Title));
            before = page[^1].RowId;
        }
        seen.ShouldBe(["n7", "n6", "n5", "n4", "n3", "n2", "n1"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_best_come_first_where_that_is_asked_for(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "Reset your password", "How to", Audience.Public, kind: "article");
        await Put(ground, ground.First, "Other", "reset the password", Audience.Public, kind: "article");
        (await Find(ground, ground.First, new SearchQuery("password reset", Audience.Public) { BestFirst = true }))[0].Title.ShouldBe("Reset your password");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Putting_again_replaces_and_removing_takes_out(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        var id = await Put(ground, ground.First, "A", "oranges");
        await Put(ground, ground.First, "A2", "lemons", id: id);
        (await Titles(ground, ground.First, "oranges")).ShouldBe("");
        (await Titles(ground, ground.First, "lemons")).ShouldBe("A2");
        await ground.Store.Write(ground.Second, db => ground.Get<ISearchIndex>().Remove(db, "message", id));
        (await Titles(ground, ground.First, "lemons")).ShouldBe("A2");
        await ground.Store.Write(ground.First, db => ground.Get<ISearchIndex>().Remove(db, "message", id));
        await ground.Store.Write(ground.First, db => ground.Get<ISearchIndex>().Remove(db, "message", id));
        (await Titles(ground, ground.First, "lemons")).ShouldBe("");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_write_that_fails_leaves_nothing_in_the_index(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Should.ThrowAsync<Refusal>(() => ground.Store.Write(ground.First, async db =>
        {
            await ground.Get<ISearchIndex>().Put(db, new SearchDoc("message", Guid.CreateVersion7(), Audience.Staff, ground.First.Now, "A", "ghost"));
            throw Refusal.Forbidden();
        }));
        (await Titles(ground, ground.First, "ghost")).ShouldBe("");
        await Put(ground, ground.First, "B", "ghost");
        (await Titles(ground, ground.First, "ghost")).ShouldBe("B");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Long_and_odd_texts_can_be_indexed(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "long", string.Concat(Enumerable.Repeat("word ", 3_999)) + "last" + " beyond");
        await Put(ground, ground.First, "odd", "it's \\ a 'quote' \0 \uD800 " + new string('x', 5_000) + " \" OR * ends");
        (await Titles(ground, ground.First, "last ")).ShouldBe("long");
        (await Titles(ground, ground.First, "beyond ")).ShouldBe("");
        (await Titles(ground, ground.First, "quote ends")).ShouldBe("odd");
        (await Titles(ground, ground.First, new string('x', 70) + " ")).ShouldBe("odd");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task No_sign_reaches_the_query_language(DatabaseKind database)
    {
        await using var ground = await PlatformGround.Lay(database);
        await Put(ground, ground.First, "A", "harmless or near title not");
        foreach (var text in new[] { "\" OR *", "\"\"\" OR rowid:*", "NEAR(harmless, 5)", "Title:harmless", "harmless' | 'x", "harmless \\' & !x", "-harmless", "^harmless", "{Title}: x", "a:b<->c", "harmless:*", "';DROP TABLE \"SearchDocs\";--" })
            await Should.NotThrowAsync(() => Titles(ground, ground.First, text));
        (await Titles(ground, ground.First, "harmless NEAR not ")).ShouldBe("A");
        (await Titles(ground, ground.First, "_t" + ground.First.TenantId.ToString("N"))).ShouldBe("");
    }

    [Fact]
    public async Task An_excerpt_shows_what_stands_around_the_first_match()
    {
        await using var ground = await PlatformGround.Lay();
        await Put(ground, ground.First, "A", string.Concat(Enumerable.Repeat("before ", 40)) + "هذه المُشكلةُ هنا " + string.Concat(Enumerable.Repeat("after ", 40)));
        var hit = (await Find(ground, ground.First, new SearchQuery("مشكلة", Audience.Staff))).Single();
        hit.Excerpt.ShouldContain("هذه المُشكلةُ هنا");
        hit.Excerpt.ShouldStartWith("… before");
        hit.Excerpt.ShouldEndWith("after …");
        hit.Excerpt.Length.ShouldBeInRange(150, 230);
        (await Find(ground, ground.First, new SearchQuery("A ", Audience.Staff))).ShouldBeEmpty();
    }
}
