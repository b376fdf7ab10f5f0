namespace CsDashboard.Images;

/// <summary>How pictures are sent: WebP to whoever reads it, else JPEG, which is white where a picture is clear.</summary>
public enum PrintFormat
{
    Jpeg,
    Webp,
}
