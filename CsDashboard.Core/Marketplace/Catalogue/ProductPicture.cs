namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A picture of a product; where it lies is said by <see cref="Images.PictureAddresses"/>.</summary>
public sealed record ProductPicture(Guid Company, Guid Id, int Width, int Height, string? AltEn, string? AltAr)
{
    /// <summary>What is seen on it, in the language or else in the other one; null where nobody has said.</summary>
    public string? Alt(string language) => (language == "ar" ? AltAr : AltEn) ?? AltEn ?? AltAr;

    public bool LacksAlt => AltEn is null || AltAr is null;
}
