namespace CsDashboard.Images;

/// <summary>What may be uploaded: by its content, whatever it calls itself (contract: market, Images).</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    Gif,
    Webp,
}
