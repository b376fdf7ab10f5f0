using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>The shelves of the shop. Anybody reads them; admins arrange them.</summary>
public sealed class Categories(Store store, ShelfReads shelves)
{
    private const int Most = 1_000;

    /// <summary>All of them in their places, each after the one it stands in.</summary>
    public async Task<IReadOnlyList<CategoryView>> List(Actor actor)
    {
        await using var db = store.Open(actor);
        var counts = (await shelves.Counts(actor)).Where(c => c.Category is not null).GroupBy(c => c.Category!.Value);
        return await List(db, counts.ToDictionary(g => g.Key, g => g.Sum(c => c.Count)));
    }

    /// <summary>For staff: as <see cref="List(Actor)"/>, counting drafts and whatever else.</summary>
    public async Task<IReadOnlyList<CategoryView>> Shelf(Actor actor)
    {
        actor.Demand(MarketRights.See);
        await using var db = store.Open(actor);
        var counts = await db
            .Products.Where(p => p.CategoryId != null)
            .GroupBy(p => p.CategoryId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        return await List(db, counts);
    }

    /// <summary>NotFound.</summary>
    public async Task<Category> Of(Actor actor, int number)
    {
        await using var db = store.Open(actor);
        return await db.Categories.SingleOrDefaultAsync(c => c.Number == number) ?? throw Refusal.NotFound();
    }

    /// <summary>By the name in its address. NotFound.</summary>
    public async Task<Category> Of(Actor actor, string slug)
    {
        await using var db = store.Open(actor);
        return await db.Categories.SingleOrDefaultAsync(c => c.Slug == slug) ?? throw Refusal.NotFound();
    }

    /// <summary>
    /// Writes a category, a new one without a number, and gives its number. Invalid for an address that is taken, a parent that isn't
    /// there, stands in it, or is four deep already; NotFound.
    /// </summary>
    public async Task<int> Save(Actor actor, int? number, CategoryInput input)
    {
        actor.Demand(MarketRights.Manage);
        input.Checked();
        if (input.Color is { } color && !(color.Length == 7 && color[0] == '#' && color[1..].All(char.IsAsciiHexDigit)))
            throw Refusal.Invalid("color", Words.Of("Category_Color"));
        return await store.Write(actor, db => Save(db, number, input));
    }

    /// <summary>Removes an empty category. Conflict <c>category_used</c> while products or categories stand in it; NotFound.</summary>
    public async Task Remove(Actor actor, int number)
    {
        actor.Demand(MarketRights.Manage);
        await store.Write(
            actor,
            async db =>
            {
                var category = await Find(db, number);
                if (
                    await db.Products.AnyAsync(p => p.CategoryId == category.Id)
                    || await db.Categories.AnyAsync(c => c.ParentId == category.Id)
                )
                    throw Refusal.Conflict(Words.Of("Category_Used"), "category_used");
                db.Remove(category);
                db.Record(new CategoryChanged(category.Id, CategoryFacts.Of(category), null));
                db.AnnounceAfterCommit(Topic.Room(actor.TenantId, "Marketplace"));
            }
        );
    }

    internal static async Task<int> Save(AppDb db, int? number, CategoryInput input)
    {
        var all = await db.Categories.ToListAsync();
        var category = number is { } known ? await Find(db, known) : null;
        if (category is null && all.Count >= Most)
            throw Refusal.Conflict(Words.Of("Category_Most", Most), "too_many");
        if (input.ParentId is { } parent)
        {
            if (!all.Exists(c => c.Id == parent) || category is not null && CategoryTree.IsWithin(all, parent, category.Id))
                throw Refusal.Invalid("parentId", Words.Of("Category_Gone"));
            if (CategoryTree.DepthOf(all, parent) >= Category.MaxDepth)
                throw Refusal.Invalid("parentId", Words.Of("Category_Deep", Category.MaxDepth));
        }
        var slug = Slugs.Of(input.Slug ?? category?.Slug, input.Name);
        if (all.Exists(c => c.Slug == slug && c != category))
            throw Refusal.Invalid("slug", Words.Of("Category_SlugTaken", slug));
        var before = category is null ? null : CategoryFacts.Of(category);
        if (category is null)
            db.Add(
                category = new Category
                {
                    Number = await Sequences.Next(db, "category"),
                    Slug = slug,
                    NameEn = input.Name!,
                }
            );
        (category.Slug, category.NameEn, category.NameAr) = (slug, input.Name!.Trim(), Blank(input.NameAr));
        (category.DescriptionEn, category.DescriptionAr) = (Blank(input.Description), Blank(input.DescriptionAr));
        (category.Icon, category.Color) = (Blank(input.Icon), Blank(input.Color));
        (category.ParentId, category.Place) = (input.ParentId, input.Place);
        var after = CategoryFacts.Of(category);
        if (after != before)
            db.Record(new CategoryChanged(category.Id, before, after));
        db.AnnounceAfterCommit(Topic.Room(db.Actor.TenantId, "Marketplace"));
        return category.Number;
    }

    private static async Task<IReadOnlyList<CategoryView>> List(AppDb db, IReadOnlyDictionary<Guid, int> counts)
    {
        var all = await db.Categories.OrderBy(c => c.Place).ThenBy(c => c.Number).ToListAsync();
        var listed = new List<CategoryView>();
        Below(null);
        return listed;

        int Below(Guid? parent)
        {
            var sum = 0;
            foreach (var category in all.Where(c => c.ParentId == parent))
            {
                var at = listed.Count;
                listed.Add(new(category, 0));
                var count = counts.GetValueOrDefault(category.Id) + Below(category.Id);
                listed[at] = new(category, count);
                sum += count;
            }
            return sum;
        }
    }

    private static async Task<Category> Find(AppDb db, int number) =>
        await db.Categories.SingleOrDefaultAsync(c => c.Number == number) ?? throw Refusal.NotFound();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
