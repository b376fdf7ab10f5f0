namespace CsDashboard.Images;

/// <summary>A picture as staff see it in the library.</summary>
public sealed record PictureView
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required PictureKind Kind { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Size { get; init; }
    public string? Sha256 { get; init; }
    public string? Md5 { get; init; }
    public string? AltEn { get; init; }
    public string? AltAr { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<PictureUseView> Uses { get; init; }
}
