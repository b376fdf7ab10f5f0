namespace CsDashboard.Images;

public static class PrintFormatFacts
{
    extension(PrintFormat format)
    {
        public string ContentType =>
            format switch
            {
                PrintFormat.Jpeg => "image/jpeg",
                PrintFormat.Webp => "image/webp",
            };
    }
}
