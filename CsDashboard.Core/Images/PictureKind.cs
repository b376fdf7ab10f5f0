namespace CsDashboard.Images;

/// <summary>What may be uploaded: by its content, whatever it calls itself (docs/contract.md, Images).</summary>
public enum PictureKind
{
    Jpeg,
    Png,
    Gif,
    Webp,
}
