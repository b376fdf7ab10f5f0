using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Search;

/// <summary>
/// What both bodies share: the rows, the scope of texts and queries, and the hits. The statement finds the newest ids by an expression
/// (@asked) before an id (@before), at most so many (@most), of a company (@tenant).
/// </summary>
internal abstract class SearchIndex(string statement) : ISearchIndex, IPrepareStorage
{
    private const int MaxIndexed = 20_000;
    private const int MaxLimit = 100;
    private const int Weighed = 200;

    // The marks find the rows; whether they may be seen is checked again on the rows themselves.
    private static readonly CompiledRead<FoundTexts, IndexedText> Rows = new(
        (db, found) =>
            db.Set<IndexedText>()
                .Where(d => found.Ids.Contains(d.Id))
                .Where(d => found.ForStaff || d.Audience == found.Audience)
                .Where(d => found.CustomerId == null || d.CustomerId == found.CustomerId)
                .OrderByDescending(d => d.Id)
                .AsNoTracking()
    );

    private static readonly CompiledRead<FoundTexts, Guid> Owners = new(
        (db, found) =>
            db.Set<IndexedText>()
                .Where(d => found.Ids.Contains(d.Id))
                .Where(d => found.ForStaff || d.Audience == found.Audience)
                .Where(d => found.CustomerId == null || d.CustomerId == found.CustomerId)
                .OrderByDescending(d => d.Id)
                .Select(d => d.ParentId ?? d.SubjectId)
    );

    private sealed record FoundTexts
    {
        public required List<long> Ids { get; init; }
        public required bool ForStaff { get; init; }
        public required Audience Audience { get; init; }
        public required Guid? CustomerId { get; init; }
    }

    public abstract Task Prepare(AppDb db, CancellationToken cancellation);
    protected abstract Task PutWords(AppDb db, IndexedText row, IReadOnlyList<string> title, IReadOnlyList<string> text, bool isNew);
    protected abstract Task PutNewWords(AppDb db, IReadOnlyList<(long Id, IReadOnlyList<string> Title, IReadOnlyList<string> Text)> rows);
    protected abstract Task RemoveWords(AppDb db, params IReadOnlyList<long> ids);

    /// <summary>
    /// What finds the rows with every term and one mark of every group, in the engine's own language. Wide means a scope that contains
    /// nearly all rows.
    /// </summary>
    protected abstract Task<string> Expression(AppDb db, IReadOnlyList<Term> terms, IReadOnlyList<string[]> marks, bool wide);

    public async Task Put(AppDb db, SearchDoc doc)
    {
        var row = await Find(db, doc.Kind, doc.SubjectId);
        var isNew = row is null;
        if (row is null)
            db.IndexedTexts.Add(row = new IndexedText { Kind = doc.Kind, SubjectId = doc.SubjectId });
        var (title, text) = Fill(db, row, doc);
        await db.SaveChangesAsync();
        await PutWords(db, row, title, text, isNew);
    }

    public async Task PutNew(AppDb db, string kind, IReadOnlyList<SearchDoc> docs)
    {
        var ids = docs.Select(d => d.SubjectId).ToList();
        var there = (
            await db.IndexedTexts.Where(d => d.Kind == kind && ids.Contains(d.SubjectId)).Select(d => d.SubjectId).ToListAsync()
        ).ToHashSet();
        var rows = new List<(IndexedText Row, IReadOnlyList<string> Title, IReadOnlyList<string> Text)>();
        foreach (var doc in docs.Where(d => !there.Contains(d.SubjectId)))
        {
            var row = new IndexedText { Kind = kind, SubjectId = doc.SubjectId };
            var (title, text) = Fill(db, row, doc);
            rows.Add((row, title, text));
        }
        if (rows.Count == 0)
            return;
        db.IndexedTexts.AddRange(rows.Select(r => r.Row));
        await db.SaveChangesAsync();
        await PutNewWords(db, rows.ConvertAll(r => (r.Row.Id, r.Title, r.Text)));
    }

    private static (IReadOnlyList<string> Title, IReadOnlyList<string> Text) Fill(AppDb db, IndexedText row, SearchDoc doc)
    {
        var (title, text) = (Clean(doc.Title, 300), Clean(doc.Text, MaxIndexed));
        (row.ParentId, row.CustomerId, row.Audience, row.At) = (doc.ParentId, doc.CustomerId, doc.Audience, doc.At);
        (row.Title, row.Text) = (title, Clean(text, IndexedText.Kept));
        return WordsOf(doc, title, text, db.Actor.TenantId);
    }

    // Other forms of a word come after the text, where they can't separate quoted words. Names are not shortened, so that Rim does not find
    // Karim.
    internal static (IReadOnlyList<string> Title, IReadOnlyList<string> Text) WordsOf(
        SearchDoc doc,
        string title,
        string text,
        Guid tenantId
    )
    {
        var (inTitle, inText) = (Folding.Words(title), Folding.Words(text));
        var others = inTitle
            .Concat(inText)
            .SelectMany(w =>
                doc.IsNames || w.Bare.Count == 0
                    ? w.Whole is null
                        ? []
                        : (IEnumerable<string>)[w.Whole]
                    : w.Whole is null
                        ? w.Bare
                        : w.Bare.Append(w.Whole)
            );
        return ([.. inTitle.Select(w => w.Text)], [.. inText.Select(w => w.Text), .. others.Distinct(), .. Marks(tenantId, doc)]);
    }

    public async Task Remove(AppDb db, string kind, Guid subjectId)
    {
        if (await Find(db, kind, subjectId) is not { } row)
            return;
        await RemoveWords(db, row.Id);
        db.IndexedTexts.Remove(row);
        await db.SaveChangesAsync();
    }

    public async Task RemoveAll(AppDb db, string kind, IReadOnlyCollection<Guid> subjectIds)
    {
        var ids = await db.IndexedTexts.Where(d => d.Kind == kind && subjectIds.Contains(d.SubjectId)).Select(d => d.Id).ToListAsync();
        if (ids.Count == 0)
            return;
        await RemoveWords(db, ids);
        await db.IndexedTexts.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync();
    }

    public async Task<IReadOnlyList<SearchHit>> Find(AppDb db, SearchQuery query)
    {
        var terms = QueryWords.Read(query.Text);
        var limit = Math.Clamp(query.Limit, 1, MaxLimit);
        if (await Found(db, query, terms, query.BestFirst ? Weighed : limit) is not { } all)
            return [];
        var found = await Rows.List(db, all);
        if (query.BestFirst)
            found = [.. found.OrderByDescending(d => Excerpts.Weigh(d.Title, d.Text, terms)).Take(limit)];
        return found.ConvertAll(d => new SearchHit(d.Id, d.Kind, d.SubjectId, d.ParentId, d.At, d.Title, Excerpts.Of(d.Text, terms)));
    }

    public async Task<IReadOnlyCollection<Guid>> Subjects(AppDb db, SearchQuery query, int atMost) =>
        await Found(db, query, QueryWords.Read(query.Text), atMost) is { } found ? [.. (await Owners.List(db, found)).Distinct()] : [];

    // Null when nothing is asked for, or found.
    private async Task<FoundTexts?> Found(AppDb db, SearchQuery query, IReadOnlyList<Term> terms, int most)
    {
        if (query is { Audience: Audience.Customer, CustomerId: null })
            throw new ArgumentException("Whose texts? The query is a customer's but names none.", nameof(query));
        if (terms.Count == 0)
            return null;
        var wide = query is { Audience: Audience.Staff, CustomerId: null };
        var ids = await PlainRead.List<long>(
            db,
            statement,
            ("@asked", await Expression(db, terms, Marks(db, query), wide)),
            ("@before", query.Before ?? long.MaxValue),
            ("@most", most),
            ("@tenant", db.Actor.TenantId)
        );
        return ids.Count == 0
            ? null
            : new FoundTexts
            {
                Ids = ids,
                ForStaff = query.Audience == Audience.Staff,
                Audience = query.Audience,
                CustomerId = query.CustomerId,
            };
    }

    private static Task<IndexedText?> Find(AppDb db, string kind, Guid subjectId) =>
        db.IndexedTexts.AsTracking().SingleOrDefaultAsync(d => d.Kind == kind && d.SubjectId == subjectId);

    // Marks are words of the index that no text can contain, since folding drops the underscore. With them the engine
    // itself narrows to company, customer, kind and audience, and can stop as soon as it has enough.
    internal static IEnumerable<string> Marks(Guid tenantId, SearchDoc doc)
    {
        yield return Company(tenantId);
        yield return Kind(doc.Kind);
        if (doc.Audience == Audience.Public)
            yield return ForAll(tenantId);
        if (doc.CustomerId is { } customer)
        {
            yield return About(customer);
            if (doc.Audience == Audience.Customer)
                yield return SeenBy(customer);
        }
        if (doc.Language is { } language)
            yield return Language(language);
    }

    // One mark says whose and for whom, since every further list that the engine must intersect costs time. A customer's id implies the
    // company.
    private static string Scope(AppDb db, SearchQuery query) =>
        query switch
        {
            { Audience: Audience.Public } => ForAll(db.Actor.TenantId),
            { Audience: Audience.Customer, CustomerId: { } customer } => SeenBy(customer),
            { Audience: Audience.Staff or Audience.Customer, CustomerId: { } customer } => About(customer),
            { Audience: Audience.Staff or Audience.Customer } => Company(db.Actor.TenantId),
        };

    private static List<string[]> Marks(AppDb db, SearchQuery query)
    {
        var marks = new List<string[]> { new[] { Scope(db, query) } };
        if (query.Kinds.Count > 0)
            marks.Add([.. query.Kinds.Distinct().Select(Kind)]);
        if (query.Language is { } language)
            marks.Add([Language(language)]);
        return marks;
    }

    private static string Company(Guid tenantId) => "_t" + tenantId.ToString("N");

    private static string ForAll(Guid tenantId) => "_p" + tenantId.ToString("N");

    private static string About(Guid customer) => "_c" + customer.ToString("N");

    private static string SeenBy(Guid customer) => "_v" + customer.ToString("N");

    private static string Kind(string kind) => "_k" + Word(kind);

    private static string Language(string language) => "_l" + Word(language);

    private static string Word(string word) =>
        word.All(char.IsAsciiLetterLower) ? word : throw new ArgumentException($"'{word}' is not a plain lower-case word.", nameof(word));

    // PostgreSQL takes neither NUL nor half a surrogate pair.
    private static string Clean(string text, int length) => Lines.Cut(string.Concat(text.EnumerateRunes()).Replace('\0', ' '), length);
}
