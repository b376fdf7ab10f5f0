using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Importing;

/// <summary>
/// Finds out what rows of a file would make of products, with a fixed number of queries for all of them: the preview shows it, and the
/// import writes it.
/// </summary>
internal sealed class ProductPlan
{
    private readonly Currency currency;
    private readonly Dictionary<string, Guid> shelves = [];
    private readonly Dictionary<string, ProductView> bySlug = new(StringComparer.OrdinalIgnoreCase),
        bySku = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ProductView> byNumber = [];
    private readonly Dictionary<Guid, PlannedProduct> planned = [];
    private readonly HashSet<string> newSlugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedProduct> newSkus = new(StringComparer.OrdinalIgnoreCase);

    private ProductPlan(Currency currency) => this.currency = currency;

    /// <summary>What becomes of these; groups that mean the same product come out as one.</summary>
    public static async Task<IReadOnlyList<PlannedProduct>> Of(AppDb db, IReadOnlyList<ProductGroup> groups)
    {
        var plan = new ProductPlan(await Tenants.CurrencyOf(db));
        await plan.Load(db, groups);
        var all = new List<PlannedProduct>();
        foreach (var group in groups)
        {
            var one = plan.Take(group);
            if (!all.Contains(one))
                all.Add(one);
        }
        return all;
    }

    private async Task Load(AppDb db, IReadOnlyList<ProductGroup> groups)
    {
        var categories = await db.Categories.AsNoTracking().ToListAsync();
        foreach (var shelf in categories)
            shelves[shelf.Slug] = shelf.Id;
        foreach (var shelf in categories)
        foreach (var name in new[] { shelf.NameEn, shelf.NameAr }.OfType<string>())
            shelves.TryAdd(Folding.Letters(name), shelf.Id);
        var slugs = groups.Select(SlugOf).OfType<string>().Distinct().ToList();
        var numbers = groups.Select(NumberOf).OfType<int>().Distinct().ToList();
        var skus = groups
            .SelectMany(g => g.Rows)
            .Select(r => r.Cells.GetValueOrDefault(ProductField.Sku))
            .OfType<string>()
            .Distinct()
            .ToList();
        var sold = await db
            .ProductVariants.AsNoTracking()
            .Where(v => skus.Contains(v.Sku!))
            .Select(v => new { v.Sku, v.ProductId })
            .ToListAsync();
        var ids = sold.Select(v => v.ProductId).ToHashSet();
        ids.UnionWith(await db.Products.Where(p => slugs.Contains(p.Slug)).Select(p => p.Id).ToListAsync());
        if (numbers.Count > 0)
            ids.UnionWith(await db.Products.Where(p => numbers.Contains(p.Number)).Select(p => p.Id).ToListAsync());
        var products = await db
            .Products.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Include(p => p.Variants.OrderBy(v => v.Place))
            .AsSplitQuery()
            .ToListAsync();
        foreach (var view in await ProductViews.Of(db, products))
        {
            bySlug[view.Product.Slug] = view;
            byNumber[view.Product.Number] = view;
            foreach (var variant in sold.Where(v => v.ProductId == view.Product.Id))
                bySku[variant.Sku!] = view;
        }
    }

    private PlannedProduct Take(ProductGroup group)
    {
        var one = group.Key is null ? new PlannedProduct(null, new ProductInput()) : Begin(group);
        one.Rows += group.Rows.Count;
        if (group.Key is null)
            one.Fault(group.Rows[0].Line, "row", "", Words.Of("ProductImport_Nameless"));
        if (one.Faults.Count > 0)
            return one;
        foreach (var (i, (line, cells)) in group.Rows.Index())
            Take(one, line, cells, isFirst: i == 0);
        if (one.Faults.Count == 0)
            Demand(one, group.Rows[0].Line);
        return one;
    }

    private PlannedProduct Begin(ProductGroup group)
    {
        var (slug, number) = (SlugOf(group), NumberOf(group));
        var known =
            group.Of(ProductField.Slug) is not null ? bySlug.GetValueOrDefault(slug ?? "")
            : number is { } asked ? byNumber.GetValueOrDefault(asked)
            : Sold(group) ?? (slug is null ? null : bySlug.GetValueOrDefault(slug));
        if (known is not null)
        {
            if (!planned.TryGetValue(known.Product.Id, out var there))
                planned[known.Product.Id] = there = new PlannedProduct(known, ProductInput.Of(known)) { Input = { Seen = null } };
            return there;
        }
        var one = new PlannedProduct(null, new ProductInput()) { Slug = slug ?? "" };
        if (group.Of(ProductField.Slug) is null && number is not null)
            one.Fault(group.Rows[0].Line, ProductField.Number.Key, group.Of(ProductField.Number)!, Words.Of("Product_NotFound"));
        else if (group.Of(ProductField.Name) is null)
            one.Fault(group.Rows[0].Line, ProductField.Name.Key, "", Words.Of("ProductImport_Unknown"));
        else if (slug is null)
            one.Fault(group.Rows[0].Line, ProductField.Slug.Key, group.Of(ProductField.Slug) ?? "", Words.Of("ProductImport_Slug"));
        else if (!newSlugs.Add(slug))
            one.Fault(group.Rows[0].Line, ProductField.Slug.Key, slug, Words.Of("Product_SlugTaken", slug));
        return one;
    }

    private void Take(PlannedProduct one, int line, Dictionary<ProductField, string> cells, bool isFirst)
    {
        var variant = VariantOf(one, cells);
        var row = new ProductCells(one.Input, variant, shelves);
        foreach (var (field, text) in cells)
            if (field.OfVariant || isFirst)
                row.Take(field, text);
        if (one.Known is null && variant.Price == 0 && cells.GetValueOrDefault(ProductField.Price) is null or "")
            row.Faults.Add(new(ProductField.Price.Key, "", Words.Of("Text_Required")));
        foreach (var fault in row.Faults)
            one.Faults.Add(new(line, fault));
        if (variant.Sku is { } sku && !IsFree(sku, one))
            one.Fault(line, ProductField.Sku.Key, sku, Words.Of("Sku_Taken", sku));
        one.State = row.State ?? one.State;
        if (row.Stock is not { } stock)
            return;
        if (variant.Id is { } id && one.Known!.Stock.TryGetValue(id, out var now))
        {
            if (now.Available != stock)
                one.Stock[id] = stock;
            else
                one.Stock.Remove(id);
        }
        else
            variant.Stock = stock;
    }

    // The one of its SKU, else of its values, else the only one; otherwise a new one.
    private static VariantInput VariantOf(PlannedProduct one, Dictionary<ProductField, string> cells)
    {
        var all = one.Input.Variants;
        var sku = cells.GetValueOrDefault(ProductField.Sku);
        if (!string.IsNullOrEmpty(sku) && all.FirstOrDefault(v => v.Sku == sku) is { } sold)
            return sold;
        string[] values = [.. ProductField.Values.Select(f => cells.GetValueOrDefault(f) ?? "").Where(v => v.Length > 0)];
        if (values.Length > 0 && all.FirstOrDefault(v => ProductVariant.KeyOf(v.Values) == ProductVariant.KeyOf(values)) is { } same)
            return same;
        if (values.Length == 0 && one.Known is not null && all is [var only])
            return only;
        var made = new VariantInput();
        one.Input.Variants = [.. all, made];
        return made;
    }

    private bool IsFree(string sku, PlannedProduct one) =>
        bySku.TryGetValue(sku, out var owner) ? owner.Product.Id == one.Known?.Product.Id : newSkus.TryAdd(sku, one) || newSkus[sku] == one;

    private void Demand(PlannedProduct one, int line)
    {
        try
        {
            one.Input.Tags = TagWords.Split(TagWords.Join(one.Input.Tags));
            ProductChecks.Demand(one.Input, currency);
        }
        catch (Refusal refusal) when (refusal.Fields.Count > 0)
        {
            foreach (var field in refusal.Fields)
                one.Fault(line, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(field.Field), "", field.Message);
        }
    }

    private ProductView? Sold(ProductGroup group) =>
        group
            .Rows.Select(r => r.Cells.GetValueOrDefault(ProductField.Sku) is { Length: > 0 } sku ? bySku.GetValueOrDefault(sku) : null)
            .OfType<ProductView>()
            .FirstOrDefault();

    private static string? SlugOf(ProductGroup group)
    {
        try
        {
            return group.Of(ProductField.Slug) is { } given ? Slugs.Of(given, null)
                : group.Of(ProductField.Name) is { } name ? Slugs.Of(null, name)
                : null;
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static int? NumberOf(ProductGroup group) =>
        group.Of(ProductField.Number) is { } text && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
