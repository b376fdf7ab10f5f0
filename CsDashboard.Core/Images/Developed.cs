namespace CsDashboard.Images;

/// <summary>What was made of an upload: the original, written anew, with its size as people see it, and its first prints.</summary>
internal sealed record Developed(PictureKind Kind, int Width, int Height, byte[] Original, IReadOnlyList<Print> Prints);
