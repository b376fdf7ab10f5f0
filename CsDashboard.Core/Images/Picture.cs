using CsDashboard.Foundation.Storage;

namespace CsDashboard.Images;

/// <summary>
/// A picture of the company's library, known by the bytes that were uploaded: the same file is one picture, however often it is used. What
/// is kept is written anew (<see cref="Darkroom"/>) and lies in the file store under the names that <see cref="PrintKeys"/> gives.
/// </summary>
public sealed class Picture : ITenantOwned
{
    public const int MaxAlt = 300;

    public Guid Id { get; init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>
    /// Of the uploaded bytes, in hex; its identity in the company. Null for the second of two that were there before it counted.
    /// </summary>
    public string? Sha256 { get; set; }

    /// <summary>The same bytes as the contract has them named; nothing relies on it.</summary>
    public string? Md5 { get; set; }

    /// <summary>As the person named it.</summary>
    public required string Name { get; init; }
    public required PictureKind Kind { get; set; }

    /// <summary>As people see it, turned.</summary>
    public int Width { get; set; }
    public int Height { get; set; }

    /// <summary>Of the original as it is kept.</summary>
    public long Size { get; set; }

    /// <summary>Null when a program brought it.</summary>
    public Guid? UploadedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is seen on it, for whoever doesn't see it.</summary>
    public string? AltEn { get; private set; }
    public string? AltAr { get; private set; }

    public bool LacksAlt => AltEn is null || AltAr is null;

    /// <summary>False when it said so already.</summary>
    public bool Describe(string? english, string? arabic)
    {
        if (AltEn == english && AltAr == arabic)
            return false;
        (AltEn, AltAr) = (english, arabic);
        return true;
    }
}
