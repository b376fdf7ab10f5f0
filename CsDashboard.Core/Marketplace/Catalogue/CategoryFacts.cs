namespace CsDashboard.Marketplace.Catalogue;

/// <summary>What the history keeps of a category.</summary>
public sealed record CategoryFacts(string Name, string? NameAr, string Slug, Guid? ParentId, int Place)
{
    public string? Description { get; init; }
    public string? DescriptionAr { get; init; }
    public string? Icon { get; init; }
    public string? Color { get; init; }

    internal static CategoryFacts Of(Category c) =>
        new(c.NameEn, c.NameAr, c.Slug, c.ParentId, c.Place)
        {
            Description = c.DescriptionEn,
            DescriptionAr = c.DescriptionAr,
            Icon = c.Icon,
            Color = c.Color,
        };
}
