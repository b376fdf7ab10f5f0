namespace CsDashboard.Marketplace.Finding;

public sealed record PinnedProduct(Guid Id, int Number, string NameEn, string? NameAr)
{
    public string Name(string language) => language == "ar" ? NameAr ?? NameEn : NameEn;
}
