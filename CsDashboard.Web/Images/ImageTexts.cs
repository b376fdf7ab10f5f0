namespace CsDashboard.Web.Images;

/// <summary>The texts of the library of pictures (ImageTexts.resx, ImageTexts.ar.resx).</summary>
public sealed class ImageTexts
{
    private ImageTexts() { }
}
