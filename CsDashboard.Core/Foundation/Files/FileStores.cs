using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CsDashboard.Foundation.Files;

internal static class FileStores
{
    public static IFileStore Choose(Settings settings) =>
        settings.Files.S3Url is null ? new LocalFileStore(Path.Combine(settings.DataFolder, "files")) : new S3FileStore(settings.Files);
}
