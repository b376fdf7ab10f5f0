using CsDashboard.Search.Faceting;

namespace CsDashboard.Tests.Search;

/// <summary>
/// The index of things with facets against brute force: whatever is asked, in whatever state, totals, counts, order and worth are those
/// that a loop over all things gives.
/// </summary>
public sealed class FacetIndexTests
{
    private static readonly string[] Vocabulary =
    [
        .. "iphone iphones phone mouse mousepad house lamp lamps desk 2001 2000 x10 x11 usb cable ledger wallet mug cup red blue a ab abc".Split(
            ' '
        ),
        .. "مكتبه كتاب قلم حقيبه ساعه ساعات احمد".Split(' '),
    ];

    private static readonly FacetSchema Schema = new(
        [new("name", 300, "en"), new("name", 300, "ar"), new("brand", 200), new("text", 150, "en"), new("tags", 100)],
        ["category", "brand", "tag"],
        ["price", "stars"]
    );

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 300)]
    [InlineData(3, 6_000)]
    public void Every_count_total_and_order_is_that_of_a_loop_over_all(int seed, int size)
    {
        var random = new Random(seed);
        var docs = Enumerable.Range(0, size).Select(_ => Doc(random, Guid.NewGuid())).ToDictionary(d => d.Id);
        var index = FacetIndex.Of(Schema, docs.Values);
        var queries = size > 1_000 ? 60 : 700;
        for (var i = 0; i < queries; i++)
        {
            if (i % 20 == 19)
                index = Change(random, index, docs);
            // Made anew it is the same.
            if (i == queries / 2)
                index = FacetIndex.Of(Schema, docs.Values);
            index.Count.ShouldBe(docs.Count);
            var query = Query(random, docs.Keys);
            ShouldBeBrute(index.Find(query), query, docs.Values, $"seed {seed}, query {i}: {query}");
        }
    }

    [Theory]
    [InlineData("2001", "2001")]
    [InlineData("iphnoe", "iphone iphones phone")]
    [InlineData("mosue", "mouse")]
    [InlineData("ac", "")]
    [InlineData("x12", "")]
    [InlineData("A", "a ab abc")]
    [InlineData("الكتاب", "كتاب")]
    [InlineData("كِتاب", "كتاب")]
    [InlineData("مكتبة", "مكتبه")]
    [InlineData("أحمد", "احمد")]
    [InlineData("٢٠٠٠", "2000")]
    [InlineData("lam", "lamp lamps")]
    [InlineData("😀", "all")]
    [InlineData("\"", "all")]
    public void A_word_is_found_as_people_type_it(string asked, string found)
    {
        var docs = Vocabulary.Select(word => Doc(Guid.NewGuid(), word)).ToList();
        var index = FacetIndex.Of(Schema, docs);
        var hits = index.Find(new() { Text = asked, Take = 100 }).Hits.Select(h => docs.Single(d => d.Id == h.Id).Labels[0]);
        hits.Order().ShouldBe(found == "all" ? Vocabulary.Order() : found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    [Fact]
    public void What_was_corrected_is_said_and_can_be_refused()
    {
        var docs = new[] { Doc(Guid.NewGuid(), "ledger"), Doc(Guid.NewGuid(), "red mug") };
        var index = FacetIndex.Of(Schema, docs);
        index.Find(new() { Text = "leger" }).Corrected.ShouldBe("ledger");
        index.Find(new() { Text = "red mgu" }).Corrected.ShouldBe("red mug");
        index.Find(new() { Text = "ledger" }).Corrected.ShouldBeNull();
        index.Find(new() { Text = "zzzzzz" }).ShouldSatisfyAllConditions(r => r.Total.ShouldBe(0), r => r.Corrected.ShouldBeNull());
        index.Find(new() { Text = "leger", Exact = true }).Total.ShouldBe(0);
    }

    [Fact]
    public void A_synonym_finds_as_it_is_written_and_is_never_fuzzed()
    {
        FacetDoc[] docs = [Doc(Guid.NewGuid(), "cup"), Doc(Guid.NewGuid(), "cap"), Doc(Guid.NewGuid(), "drinking vessel")];
        var index = FacetIndex.Of(Schema, docs);
        var synonyms = new FacetSynonyms(
            new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>
            {
                ["beaker"] =
                [
                    ["cup"],
                    ["drinking", "vessel"],
                ],
            }
        );
        var found = index.Find(new() { Text = "beaker", Synonyms = synonyms });
        found.Hits.Select(h => docs.Single(d => d.Id == h.Id).Labels[0]).Order().ShouldBe(["cup", "drinking vessel"]);
        found.Corrected.ShouldBeNull();
        index
            .Explain(new() { Text = "beaker", Synonyms = synonyms }, docs[2].Id)
            .Single()
            .ShouldSatisfyAllConditions(
                m => (m.Found, m.Field, m.Way).ShouldBe(("drinking vessel", "name", FacetWay.Synonym)),
                m => m.Score.ShouldBe(found.Hits.Single(h => h.Id == docs[2].Id).Score)
            );
    }

    [Fact]
    public void Suggestions_are_names_of_what_is_there_each_once()
    {
        var (mouse, gone) = (Doc(Guid.NewGuid(), "Mouse"), Doc(Guid.NewGuid(), "Mousetrap"));
        var index = FacetIndex.Of(Schema, [mouse, Doc(Guid.NewGuid(), "Mouse"), Doc(Guid.NewGuid(), "House"), gone]).With([], [gone.Id]);
        index.Suggest(new() { Text = "mou", Take = 5 }, 0).ShouldBe(["Mouse"]);
    }

    private static FacetIndex Change(Random random, FacetIndex index, Dictionary<Guid, FacetDoc> docs)
    {
        var (changed, gone) = (new List<FacetDoc>(), new List<Guid>());
        foreach (var id in docs.Keys.Where(_ => random.Next(docs.Count) < 3).ToList())
            if (random.Next(3) == 0)
                gone.Add(id);
            else
                changed.Add(Doc(random, id));
        changed.Add(Doc(random, Guid.NewGuid()));
        foreach (var id in gone)
            docs.Remove(id);
        foreach (var doc in changed)
            docs[doc.Id] = doc;
        return index.With(changed, gone);
    }

    private static FacetDoc Doc(Random random, Guid id)
    {
        IReadOnlyCollection<string> Words(int most) =>
            [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]).Distinct()];
        IReadOnlyCollection<string> Values(string of, int kinds, int most) =>
            [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => $"{of}{random.Next(kinds)}").Distinct()];
        return new(id)
        {
            Rank = random.Next(20),
            IsLast = random.Next(4) == 0,
            Words = [Words(3), Words(2), Words(1), Words(6), Words(2)],
            Values = [Values("c", 5, 1), Values("b", 90, 1), Values("t", 12, 4)],
            Numbers = [random.Next(30) * 10_000L, random.Next(6) * 100],
            Labels = [$"name {random.Next(50)}"],
        };
    }

    private static FacetDoc Doc(Guid id, string name) =>
        new(id)
        {
            Words = [FacetWords.Of(name), [], [], [], []],
            Values =
            [
                [],
                [],
                [],
            ],
            Numbers = [0, 0],
            Labels = [name],
        };

    private static FacetQuery Query(Random random, IReadOnlyCollection<Guid> ids)
    {
        string Word()
        {
            var word = Vocabulary[random.Next(Vocabulary.Length)];
            return random.Next(6) switch
            {
                0 => word[..random.Next(1, word.Length + 1)],
                1 => word.Remove(random.Next(word.Length), 1),
                2 => word.Insert(random.Next(word.Length + 1), "k"),
                3 when word.Length > 1 => word[1] + word[..1] + word[2..],
                _ => word,
            };
        }
        var filters = new List<FacetFilter>();
        if (random.Next(3) == 0)
            filters.Add(new ValueFilter("category", [$"c{random.Next(6)}", $"c{random.Next(6)}"]));
        if (random.Next(3) == 0)
            filters.Add(new ValueFilter("tag", [$"t{random.Next(12)}"]));
        if (random.Next(4) == 0)
            filters.Add(new ValueFilter("", [$"b{random.Next(90)}", "b1", "b2", "b3"]) { Values = "brand" });
        if (random.Next(3) == 0)
            filters.Add(
                new RangeFilter("price", "price", random.Next(2) == 0 ? null : random.Next(20) * 10_000L, random.Next(30) * 10_000L)
            );
        return new()
        {
            Text = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Word())),
            Language = new[] { "en", "ar", null }[random.Next(3)],
            Filters = filters,
            Sort = new[] { null, null, "price", "stars" }[random.Next(4)],
            Down = random.Next(2) == 0,
            LastLast = random.Next(2) == 0,
            Skip = random.Next(3) * random.Next(12),
            Take = random.Next(1, 25),
            Counted = ["category", "brand", "tag"],
            Bounded = "price",
            Pinned = random.Next(5) == 0 ? [.. ids.Take(3), Guid.NewGuid()] : [],
            Exact = random.Next(6) == 0,
        };
    }

    private static void ShouldBeBrute(FacetResult result, FacetQuery query, IReadOnlyCollection<FacetDoc> docs, string what)
    {
        var terms = FacetWords
            .Asked(query.Text)
            .Select(word =>
                (Word: word, Errors: query.Exact || docs.Any(d => WorthOf(query, d, word, 0) > 0) ? 0 : FacetWords.ErrorsIn(word))
            )
            .ToList();
        int? Worth(FacetDoc doc)
        {
            var sum = 0;
            foreach (var (word, errors) in terms)
            {
                var worth = WorthOf(query, doc, word, errors);
                if (worth == 0)
                    return query.Pinned.Contains(doc.Id) ? 0 : null;
                sum += worth;
            }
            return sum;
        }
        var found = docs.Select(d => (Doc: d, Worth: Worth(d))).Where(f => f.Worth is not null).ToList();
        List<(FacetDoc Doc, int? Worth)> But(string? group) =>
            found.FindAll(f => query.Filters.Where(filter => filter.Group != group).All(filter => Keeps(filter, f.Doc)));
        var all = But(null);
        result.Total.ShouldBe(all.Count, what);
        foreach (var (group, g) in new[] { ("category", 0), ("brand", 1), ("tag", 2) })
        {
            Said(result.Within[group]).ShouldBe(Counted(all, g), what + " within " + group);
            Said(result.Beside[group]).ShouldBe(Counted(But(group), g), what + " beside " + group);
        }
        var prices = But("price").Select(f => f.Doc.Numbers[0]).ToList();
        result.Bounds.ShouldBe(prices.Count == 0 ? null : (prices.Min(), prices.Max()), what);
        var pinned = query.Pinned.Where(id => all.Exists(f => f.Doc.Id == id)).ToList();
        var column = query.Sort == "stars" ? 1 : 0;
        long By(FacetDoc doc) =>
            query.Sort is null ? 0
            : query.Down ? -doc.Numbers[column]
            : doc.Numbers[column];
        var expected = all.OrderBy(f => pinned.IndexOf(f.Doc.Id) is var p and >= 0 ? p : int.MaxValue)
            .ThenBy(f => query.LastLast && f.Doc.IsLast)
            .ThenBy(f => By(f.Doc))
            .ThenByDescending(f => query.Sort is null ? f.Worth : 0)
            .ThenByDescending(f => f.Doc.Rank)
            .ThenBy(f => f.Doc.Id)
            .Skip(query.Skip)
            .Take(query.Take)
            .Select(f => (f.Doc.Id, f.Worth!.Value / Math.Max(terms.Count, 1)));
        result
            .Hits.Select(h => (h.Id, h.IsPinned && h.Score == 0 ? 0 : h.Score))
            .Select(h => h.Id)
            .ShouldBe(expected.Select(e => e.Id), what);
        result
            .Hits.Where(h => !h.IsPinned)
            .Select(h => h.Score)
            .ShouldBe(expected.Where(e => !pinned.Contains(e.Id)).Select(e => e.Item2), what);
    }

    private static string Said(IReadOnlyList<FacetCount> counts) => string.Join(' ', counts.Select(c => $"{c.Value}:{c.Count}"));

    private static string Counted(IEnumerable<(FacetDoc Doc, int? Worth)> found, int group) =>
        Said([
            .. found
                .SelectMany(f => f.Doc.Values[group])
                .GroupBy(v => v)
                .Select(g => new FacetCount(g.Key, g.Count()))
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Value, StringComparer.Ordinal),
        ]);

    private static bool Keeps(FacetFilter filter, FacetDoc doc) =>
        filter switch
        {
            ValueFilter v => doc.Values[Schema.Groups.ToList().IndexOf(v.Values ?? v.Group)].Intersect(v.AnyOf).Any(),
            RangeFilter r => doc.Numbers[0] >= (r.From ?? long.MinValue) && doc.Numbers[0] <= (r.To ?? long.MaxValue),
            _ => throw new InvalidOperationException(),
        };

    private static int WorthOf(FacetQuery query, FacetDoc doc, string asked, int errors)
    {
        var best = 0;
        foreach (var (field, f) in Schema.Fields.Select((field, f) => (field, f)))
        foreach (var word in doc.Words[f])
        {
            var worth = field.Weight - (field.Language is { } own && query.Language is { } language && own != language ? 5 : 0);
            if (word == asked)
                best = Math.Max(best, worth);
            else if (word.StartsWith(asked, StringComparison.Ordinal))
                best = Math.Max(best, worth - 10);
            else if (errors > 0 && Edits.Between(word, asked) is var wrong && wrong <= errors)
                best = Math.Max(best, worth - 40 - 10 * wrong);
        }
        return best;
    }
}
