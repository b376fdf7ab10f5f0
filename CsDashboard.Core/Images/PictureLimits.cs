namespace CsDashboard.Images;

/// <summary>What is refused before anything is decoded. A picture says how large it is in its first bytes.</summary>
public static class PictureLimits
{
    /// <summary>The contract's most (contract: market, Images).</summary>
    public const long MaxBytes = 10_485_760;

    /// <summary>Of all frames together.</summary>
    public const long MaxPixels = 50_000_000;
    public const int MaxSide = 16_384;
    public const int MaxFrames = 100;
}
