namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A category as it is to be.</summary>
public sealed class CategoryInput
{
    [Text(100)]
    public string? Name { get; set; }

    [Text(100, Optional = true)]
    public string? NameAr { get; set; }

    /// <summary>In addresses; without one it is made from the English name.</summary>
    [Text(100, Optional = true)]
    public string? Slug { get; set; }

    [Text(500, Optional = true)]
    public string? Description { get; set; }

    [Text(500, Optional = true)]
    public string? DescriptionAr { get; set; }

    [Text(40, Optional = true)]
    public string? Icon { get; set; }

    [Text(7, Optional = true)]
    public string? Color { get; set; }
    public Guid? ParentId { get; set; }

    [Bounds(0, 10_000)]
    public int Place { get; set; }
}
