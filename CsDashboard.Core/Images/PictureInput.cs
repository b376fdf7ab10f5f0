namespace CsDashboard.Images;

/// <summary>What is seen on a picture; nothing where nobody has said.</summary>
public sealed class PictureInput
{
    [Line(Picture.MaxAlt, Optional = true)]
    public string? AltEn { get; set; }

    [Line(Picture.MaxAlt, Optional = true)]
    public string? AltAr { get; set; }
}
