using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CsDashboard.Foundation.Files;

public sealed class S3FileStore(FileSettings settings) : IFileStore
{
    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(settings.S3AccessKey, settings.S3SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.S3Url,
            ForcePathStyle = true,
            AuthenticationRegion = settings.S3Region,
        }
    );

    public async Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default)
    {
        // S3 wants the length before the bytes, and the body of a request doesn't know it. The whole is gathered first, so
        // an upload that breaks off never reaches the store; a file of the temp folder that goes when it is closed.
        await using var whole = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            81920,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );
        await content.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        // In one piece: the chunked signature of the client is not understood by every store that calls itself compatible.
        await client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = settings.S3Bucket,
                Key = KeyOf(tenantId, key),
                InputStream = whole,
                AutoCloseStream = false,
                UseChunkEncoding = false,
            },
            cancellation
        );
    }

    public async Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        try
        {
            return (await client.GetObjectAsync(settings.S3Bucket, KeyOf(tenantId, key), cancellation)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task Delete(Guid tenantId, string key, CancellationToken cancellation = default) =>
        await client.DeleteObjectAsync(settings.S3Bucket, KeyOf(tenantId, key), cancellation);

    // What does not arrive whole never reaches the store.
    public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;

    private static string KeyOf(Guid tenantId, string key) => $"{tenantId:N}/{key}";
}
