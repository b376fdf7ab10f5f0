using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A shelf of the shop, which may stand in another.</summary>
public sealed class Category : ITenantOwned
{
    public const int MaxDepth = 4;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>What the API calls it: 1, 2, 3 … in the company.</summary>
    public int Number { get; init; }
    public required string Slug { get; set; }
    public required string NameEn { get; set; }
    public string? NameAr { get; set; }
    public string? DescriptionEn { get; set; }
    public string? DescriptionAr { get; set; }

    /// <summary>The name of an icon, and a colour as #rrggbb, for programs that show them.</summary>
    public string? Icon { get; set; }
    public string? Color { get; set; }
    public Guid? ParentId { get; set; }

    /// <summary>Among those of the same parent.</summary>
    public int Place { get; set; }

    public string Name(string language) => language == "ar" && NameAr is not null ? NameAr : NameEn;

    public string? Description(string language) => language == "ar" ? DescriptionAr ?? DescriptionEn : DescriptionEn ?? DescriptionAr;
}
