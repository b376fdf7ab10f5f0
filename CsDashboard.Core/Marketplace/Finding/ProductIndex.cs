using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Importing;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Search.Faceting;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Finding;

/// <summary>
/// The index of one company's shop: made of its products, then told by what happens to them. Whoever asks after something was committed
/// gets an index that knows it; what comes to its time appears by itself.
/// </summary>
internal sealed class ProductIndex
{
    // So many changed ones are as slow as they may be; then all of it is made anew behind the house.
    private const int MostChanged = 2_048,
        Chunk = 2_000;

    // Other processes on the same database announce nothing here.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private readonly Store store;
    private readonly Actor company;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock making = new();
    private readonly Dictionary<int, Guid> numbers = [];
    private readonly Dictionary<Guid, DateTimeOffset> planned = [];
    private volatile FacetIndex? index;
    private volatile bool isStale = true;
    private Task? make;
    private long seen;
    private DateTimeOffset looked;
    private long next = long.MaxValue;

    public ProductIndex(Store store, LiveFeed feed, Actor company)
    {
        (this.store, this.company) = (store, company);
        // Listens as long as the process lives; there is one for each company.
        feed.Listen(Topic.Room(company.TenantId, "Marketplace"), _ => isStale = true);
    }

    /// <summary>The categories as they are, with the index.</summary>
    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public bool IsMade => index is not null;

    /// <summary>The index as things are; null while it is made for the first time.</summary>
    public async Task<FacetIndex?> Get(TimeSpan patience)
    {
        if (index is null)
            await Task.WhenAny(Make(), Task.Delay(patience));
        if (index is null)
            return null;
        if (IsStale)
            await Follow();
        return index;
    }

    /// <summary>Makes all of it anew; what happens meanwhile is told to it afterwards. Searches go on.</summary>
    public Task Make()
    {
        lock (making)
            return make is { IsCompleted: false } running ? running : make = Task.Run(ReadAll);
    }

    private bool IsStale => isStale || company.Now - looked > Look || Interlocked.Read(ref next) <= company.Now.UtcTicks;

    private async Task ReadAll()
    {
        await using var db = store.Open(company);
        var first = await db.Events.MaxAsync(e => (long?)e.Id) ?? 0;
        var (docs, last, times, known) = (new List<FacetDoc>(), 0, new Dictionary<Guid, DateTimeOffset>(), new Dictionary<int, Guid>());
        while (true)
        {
            var from = last;
            var some = await ProductDocs
                .Whole(ProductDocs.Shown(db.Products).Where(p => p.Number > from).OrderBy(p => p.Number).Take(Chunk))
                .ToListAsync();
            if (some.Count == 0)
                break;
            last = some[^1].Number;
            foreach (var product in some)
                if (Take(product, times, known))
                    docs.Add(ProductDocs.Of(product));
        }
        var made = FacetIndex.Of(ProductDocs.Schema, docs);
        await turn.WaitAsync();
        try
        {
            Categories = await db.Categories.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Number).ToListAsync();
            (seen, isStale) = (first, true);
            Replace(planned, times);
            Replace(numbers, known);
            Wait();
            index = made;
        }
        finally
        {
            turn.Release();
        }
    }

    // One at a time: who comes meanwhile waits, and finds it done.
    private async Task Follow()
    {
        await turn.WaitAsync();
        try
        {
            if (!IsStale)
                return;
            (isStale, looked) = (false, company.Now);
            await using var db = store.Open(company);
            var (touched, gone, shelves) = await Heard(db);
            touched.UnionWith(planned.Where(p => p.Value <= company.Now).Select(p => p.Key));
            if (shelves)
                Categories = await db.Categories.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Number).ToListAsync();
            if (touched.Count + gone.Count == 0)
                return;
            var docs = new List<FacetDoc>();
            gone.UnionWith(touched);
            foreach (var ids in touched.Chunk(500))
            foreach (var product in await ProductDocs.Whole(ProductDocs.Shown(db.Products).Where(p => ids.Contains(p.Id))).ToListAsync())
            {
                planned.Remove(product.Id);
                if (!Take(product, planned, numbers))
                    continue;
                docs.Add(ProductDocs.Of(product));
                gone.Remove(product.Id);
            }
            foreach (var id in gone.Where(id => !planned.TryGetValue(id, out var at) || at <= company.Now).ToList())
                planned.Remove(id);
            Wait();
            index = index!.With(docs, gone);
            if (index.Changed > MostChanged)
                _ = Make();
        }
        catch
        {
            isStale = true;
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(HashSet<Guid> Touched, HashSet<Guid> Gone, bool Shelves)> Heard(AppDb db)
    {
        var (touched, gone, shelves) = (new HashSet<Guid>(), new HashSet<Guid>(), false);
        var since = seen;
        var happened = await db
            .Events.AsNoTracking()
            .Where(e => e.Id > since && e.TenantId == company.TenantId && e.Room == "Marketplace")
            .OrderBy(e => e.Id)
            .ToListAsync();
        foreach (var one in happened)
        {
            seen = one.Id;
            if (one.SubjectKind == "product")
                touched.Add(one.SubjectId);
            else if (one.SubjectKind == "category")
                shelves = true;
            else
                switch (one.Happening())
                {
                    case ReviewChanged review:
                        touched.Add(review.ProductId);
                        break;
                    case ProductsImported came:
                        touched.UnionWith(
                            await db.Products.Where(p => p.Number >= came.First && p.Number <= came.Last).Select(p => p.Id).ToListAsync()
                        );
                        break;
                    case ImportedProductsRemoved went:
                        gone.UnionWith(went.Numbers.Where(numbers.ContainsKey).Select(number => numbers[number]));
                        break;
                    case ProductsFed fed:
                        touched.UnionWith(fed.Products);
                        break;
                }
        }
        return (touched, gone, shelves);
    }

    // What is planned waits for its time.
    private bool Take(Product product, Dictionary<Guid, DateTimeOffset> times, Dictionary<int, Guid> known)
    {
        known[product.Number] = product.Id;
        if (product.IsOnSale(company.Now))
            return true;
        if (product.PublishAt is { } at)
            times[product.Id] = at;
        return false;
    }

    private void Wait() => Interlocked.Exchange(ref next, planned.Count == 0 ? long.MaxValue : planned.Values.Min().UtcTicks);

    private static void Replace<TKey, TValue>(Dictionary<TKey, TValue> old, Dictionary<TKey, TValue> by)
        where TKey : notnull
    {
        old.Clear();
        foreach (var (key, value) in by)
            old[key] = value;
    }
}
