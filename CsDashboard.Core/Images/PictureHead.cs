namespace CsDashboard.Images;

/// <summary>
/// What a file says of itself as a picture, read by ourselves before a decoder sees it: the containers are walked from end to end, so one
/// that was cut off, or that announces more than it may, never gets further.
/// </summary>
internal sealed record PictureHead(PictureKind Kind, int Width, int Height, int Frames)
{
    /// <summary>Invalid (file) for what is no whole JPEG, PNG, GIF or WebP, or one of more than the limits.</summary>
    public static PictureHead Read(ReadOnlySpan<byte> file)
    {
        var head =
            JpegHead.Is(file) ? JpegHead.Read(file)
            : PngHead.Is(file) ? PngHead.Read(file)
            : GifHead.Is(file) ? GifHead.Read(file)
            : WebpHead.Is(file) ? WebpHead.Read(file)
            : throw Refusal.Invalid("file", Words.Of("Picture_Kind"));
        if (head is not { Width: > 0, Height: > 0 })
            throw Broken();
        if (head.Width > PictureLimits.MaxSide || head.Height > PictureLimits.MaxSide)
            throw Refusal.Invalid("file", Words.Of("Picture_Side", PictureLimits.MaxSide));
        if (head.Frames > PictureLimits.MaxFrames)
            throw Refusal.Invalid("file", Words.Of("Picture_Frames", PictureLimits.MaxFrames));
        if ((long)head.Width * head.Height * Math.Max(1, head.Frames) > PictureLimits.MaxPixels)
            throw Refusal.Invalid("file", Words.Of("Picture_Pixels", PictureLimits.MaxPixels / 1_000_000));
        return head;
    }

    /// <summary>It can't be read as the picture that it begins as.</summary>
    public static Refusal Broken() => Refusal.Invalid("file", Words.Of("Picture_Broken"));
}
