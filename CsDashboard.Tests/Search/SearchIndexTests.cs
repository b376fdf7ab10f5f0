using CsDashboard.Foundation;
using CsDashboard.Search;

namespace CsDashboard.Tests.Search;

public sealed class SearchIndexTests
{
    private static readonly Guid Sara = Ids.New(),
        Omar = Ids.New();

    private static Task<Guid> Put(
        House house,
        Actor company,
        string title,
        string text,
        Audience audience = Audience.Customer,
        Guid? customer = null,
        string kind = "message",
        Guid? id = null,
        string? language = null
    ) =>
        house.Store.Write(
            company,
            async db =>
            {
                var subject = id ?? Ids.New();
                await house
                    .Get<ISearchIndex>()
                    .Put(
                        db,
                        new SearchDoc(kind, subject, audience, company.Now, title, text) { CustomerId = customer, Language = language }
                    );
                return subject;
            }
        );

    private static async Task<IReadOnlyList<SearchHit>> Find(House house, Actor company, SearchQuery query)
    {
        await using var db = house.Store.Open(company);
        return await house.Get<ISearchIndex>().Find(db, query);
    }

    private static async Task<string> Titles(
        House house,
        Actor company,
        string text,
        Audience audience = Audience.Staff,
        Guid? customer = null
    ) => string.Join(' ', (await Find(house, company, new SearchQuery(text, audience) { CustomerId = customer })).Select(h => h.Title));

    [Theory, EachDatabase]
    public async Task What_was_written_one_way_is_found_another_way(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "A", "واجهتُ مُشكلةً في الحساب رقم ٤٢");
        await Put(house, house.Product, "B", "The Café résumé was refused");
        (await Titles(house, house.Product, "المشكلة حساب")).ShouldBe("A");
        (await Titles(house, house.Product, "42 ")).ShouldBe("A");
        (await Titles(house, house.Product, "RESUME cafe ")).ShouldBe("B");
        (await Titles(house, house.Product, "refusal")).ShouldBe("");
    }

    [Theory, EachDatabase]
    public async Task The_last_word_may_be_a_beginning(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "A", "payment refused");
        await Put(house, house.Product, "B", "paying late");
        foreach (var start in new[] { "pa", "pay" })
            (await Titles(house, house.Product, start)).ShouldBe("B A");
        (await Titles(house, house.Product, "paym")).ShouldBe("A");
        (await Titles(house, house.Product, "refused payment")).ShouldBe("A");
        (await Titles(house, house.Product, "paym refused")).ShouldBe("");
        (await Titles(house, house.Product, "paym ")).ShouldBe("");
        (await Titles(house, house.Product, "xyzzy")).ShouldBe("");
    }

    [Fact]
    public async Task A_beginning_shared_by_very_many_words_still_finds_all_of_them()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Put(house, house.Product, "A", string.Join(' ', Enumerable.Range(1000, 300).Select(i => "9665" + i)));
        await Put(house, house.Product, "B", "96659999");
        (await Titles(house, house.Product, "9665")).ShouldBe("B A");
    }

    [Theory, EachDatabase]
    public async Task Quoted_words_stand_next_to_each_other(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "A", "The wire transfer failed");
        await Put(house, house.Product, "B", "transfer by wire");
        await Put(house, house.Product, "wire", "transfer");
        (await Titles(house, house.Product, "\"wire transfer\"")).ShouldBe("A");
        (await Titles(house, house.Product, "\"Wire, TRANSFER\" fail")).ShouldBe("A");
        (await Titles(house, house.Product, "wire transfer")).ShouldBe("wire B A");
    }

    [Theory, EachDatabase]
    public async Task Companies_customers_and_audiences_are_kept_apart(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "saras", "invoice", customer: Sara);
        await Put(house, house.Product, "omars", "invoice", customer: Omar);
        await Put(house, house.Product, "note", "invoice", Audience.Staff, Sara, "note");
        await Put(house, house.Product, "article", "invoice", Audience.Public, kind: "article");
        await Put(house, house.ProductOfOther, "others", "invoice", customer: Sara);
        (await Titles(house, house.Product, "invoice")).ShouldBe("article note omars saras");
        (await Titles(house, house.Product, "invoice", Audience.Staff, Sara)).ShouldBe("note saras");
        (await Titles(house, house.Product, "invoice", Audience.Customer, Sara)).ShouldBe("saras");
        (await Titles(house, house.Product, "invoice", Audience.Public)).ShouldBe("article");
        (await Titles(house, house.ProductOfOther, "invoice")).ShouldBe("others");
        (await Titles(house, Actor.System(Guid.Empty), "invoice")).ShouldBe("");
        await Should.ThrowAsync<ArgumentException>(() => Titles(house, house.Product, "invoice", Audience.Customer));
        (await Find(house, house.Product, new SearchQuery("invoice", Audience.Staff) { Kinds = ["note", "article"] }))
            .Select(h => h.Kind)
            .ShouldBe(["article", "note"]);
    }

    [Theory, EachDatabase]
    public async Task A_text_in_one_language_is_found_in_that_language(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "en", "VPN", Audience.Public, kind: "article", language: "en");
        await Put(house, house.Product, "ar", "VPN", Audience.Public, kind: "article", language: "ar");
        (await Find(house, house.Product, new SearchQuery("vpn", Audience.Public) { Language = "ar" })).Single().Title.ShouldBe("ar");
    }

    [Theory, EachDatabase]
    public async Task The_newest_come_first_and_a_page_goes_on_where_the_last_one_ended(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        for (var i = 1; i <= 7; i++)
            await Put(house, house.Product, "n" + i, "hello");
        var seen = new List<string>();
        long? before = null;
        while (
            await Find(house, house.Product, new SearchQuery("hello", Audience.Staff) { Limit = 3, Before = before }) is { Count: > 0 } page
        )
        {
            page.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Select(h => h.Title));
            before = page[^1].RowId;
        }
        seen.ShouldBe(["n7", "n6", "n5", "n4", "n3", "n2", "n1"]);
    }

    [Theory, EachDatabase]
    public async Task The_best_come_first_where_that_is_asked_for(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "Reset your password", "How to", Audience.Public, kind: "article");
        await Put(house, house.Product, "Other", "reset the password", Audience.Public, kind: "article");
        (await Find(house, house.Product, new SearchQuery("password reset", Audience.Public) { BestFirst = true }))[0]
            .Title.ShouldBe("Reset your password");
    }

    [Theory, EachDatabase]
    public async Task Putting_again_replaces_and_removing_takes_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var id = await Put(house, house.Product, "A", "oranges");
        await Put(house, house.Product, "A2", "lemons", id: id);
        (await Titles(house, house.Product, "oranges")).ShouldBe("");
        (await Titles(house, house.Product, "lemons")).ShouldBe("A2");
        await house.Store.Write(house.ProductOfOther, db => house.Get<ISearchIndex>().Remove(db, "message", id));
        (await Titles(house, house.Product, "lemons")).ShouldBe("A2");
        await house.Store.Write(house.Product, db => house.Get<ISearchIndex>().Remove(db, "message", id));
        await house.Store.Write(house.Product, db => house.Get<ISearchIndex>().Remove(db, "message", id));
        (await Titles(house, house.Product, "lemons")).ShouldBe("");
    }

    [Theory, EachDatabase]
    public async Task A_write_that_fails_leaves_nothing_in_the_index(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Should.ThrowAsync<Refusal>(() =>
            house.Store.Write(
                house.Product,
                async db =>
                {
                    await house
                        .Get<ISearchIndex>()
                        .Put(db, new SearchDoc("message", Ids.New(), Audience.Staff, house.Product.Now, "A", "ghost"));
                    throw Refusal.Forbidden();
                }
            )
        );
        (await Titles(house, house.Product, "ghost")).ShouldBe("");
        await Put(house, house.Product, "B", "ghost");
        (await Titles(house, house.Product, "ghost")).ShouldBe("B");
    }

    [Theory, EachDatabase]
    public async Task Long_and_odd_texts_can_be_indexed(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "long", string.Concat(Enumerable.Repeat("word ", 3_999)) + "last" + " beyond");
        await Put(house, house.Product, "odd", "it's \\ a 'quote' \0 \uD800 " + new string('x', 5_000) + " \" OR * ends");
        (await Titles(house, house.Product, "last ")).ShouldBe("long");
        (await Titles(house, house.Product, "beyond ")).ShouldBe("");
        (await Titles(house, house.Product, "quote ends")).ShouldBe("odd");
        (await Titles(house, house.Product, new string('x', 70) + " ")).ShouldBe("odd");
    }

    [Theory, EachDatabase]
    public async Task No_sign_reaches_the_query_language(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await Put(house, house.Product, "A", "harmless or near title not");
        foreach (
            var text in new[]
            {
                "\" OR *",
                "\"\"\" OR rowid:*",
                "NEAR(harmless, 5)",
                "Title:harmless",
                "harmless' | 'x",
                "harmless \\' & !x",
                "-harmless",
                "^harmless",
                "{Title}: x",
                "a:b<->c",
                "harmless:*",
                "';DROP TABLE \"SearchDocs\";--",
            }
        )
            await Should.NotThrowAsync(() => Titles(house, house.Product, text));
        (await Titles(house, house.Product, "harmless NEAR not ")).ShouldBe("A");
        (await Titles(house, house.Product, "_t" + house.Product.TenantId.ToString("N"))).ShouldBe("");
    }

    [Fact]
    public async Task An_excerpt_shows_what_stands_around_the_first_match()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        await Put(
            house,
            house.Product,
            "A",
            string.Concat(Enumerable.Repeat("before ", 40)) + "هذه المُشكلةُ هنا " + string.Concat(Enumerable.Repeat("after ", 40))
        );
        var hit = (await Find(house, house.Product, new SearchQuery("مشكلة", Audience.Staff))).Single();
        hit.Excerpt.ShouldContain("هذه المُشكلةُ هنا");
        hit.Excerpt.ShouldStartWith("… before");
        hit.Excerpt.ShouldEndWith("after …");
        hit.Excerpt.Length.ShouldBeInRange(150, 230);
        (await Find(house, house.Product, new SearchQuery("A ", Audience.Staff))).ShouldBeEmpty();
    }
}
