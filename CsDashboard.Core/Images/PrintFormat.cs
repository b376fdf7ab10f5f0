namespace CsDashboard.Images;

/// <summary>How pictures are sent: WebP to whoever says that it is read there, else JPEG, which is white where a picture is clear.</summary>
public enum PrintFormat
{
    Jpeg,
    Webp,
}
