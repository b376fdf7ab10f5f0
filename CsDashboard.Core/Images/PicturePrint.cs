using CsDashboard.Foundation.Storage;

namespace CsDashboard.Images;

/// <summary>A print that lies in the file store: it counts for the company's space, and can be made again.</summary>
public sealed class PicturePrint : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid PictureId { get; init; }
    public Preset Preset { get; init; }
    public PrintFormat Format { get; init; }
    public long Size { get; init; }
    public DateTimeOffset MadeAt { get; init; }
}
