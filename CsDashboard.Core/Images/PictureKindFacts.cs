namespace CsDashboard.Images;

public static class PictureKindFacts
{
    extension(PictureKind kind)
    {
        public string ContentType =>
            kind switch
            {
                PictureKind.Jpeg => "image/jpeg",
                PictureKind.Png => "image/png",
                PictureKind.Gif => "image/gif",
                PictureKind.Webp => "image/webp",
            };

        /// <summary>What is kept of it: of a GIF its first frame, as PNG.</summary>
        public PictureKind Kept =>
            kind switch
            {
                PictureKind.Jpeg => PictureKind.Jpeg,
                PictureKind.Png or PictureKind.Gif => PictureKind.Png,
                PictureKind.Webp => PictureKind.Webp,
            };
    }
}
