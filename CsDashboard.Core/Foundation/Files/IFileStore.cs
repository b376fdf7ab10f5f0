using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CsDashboard.Foundation.Files;

/// <summary>Where the bytes of files lie, under names of our own, apart by company. Two bodies: local disk and S3.</summary>
public interface IFileStore
{
    /// <summary>Stores the stream whole under tenant/key; if it breaks off or is cancelled, nothing is left.</summary>
    Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default);
    /// <summary>The bytes, or null when they are not there. Dispose the stream.</summary>
    Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default);
    /// <summary>Removes the bytes; does nothing when they are not there.</summary>
    Task Delete(Guid tenantId, string key, CancellationToken cancellation = default);
    /// <summary>Removes what an upload left that died with its process, last written to before this time.</summary>
    Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default);
}

internal static class FileStores
{
    public static IFileStore Choose(Settings settings) =>
        settings.Files.S3Url is null ? new LocalFileStore(Path.Combine(settings.DataFolder, "files")) : new S3FileStore(settings.Files);
}

public sealed class LocalFileStore(string folder) : IFileStore
{
    private const string Part = ".part";

    public async Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default)
    {
        var path = PathOf(tenantId, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + Part;
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path);
        }
        catch (Exception e)
        {
            File.Delete(part);
            if (e is IOException { HResult: NoSpace or NoSpaceOnWindows }) throw Refusal.Unavailable(Words.Of("Refused_DiskFull"), e);
            throw;
        }
    }

    // ENOSPC on Linux and macOS; ERROR_DISK_FULL.
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    public Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        var path = PathOf(tenantId, key);
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true) : null);
    }

    public Task Delete(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        var path = PathOf(tenantId, key);
        if (File.Exists(path)) File.Delete(path);
        return Task.CompletedTask;
    }

    public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(folder)) return Task.CompletedTask;
        foreach (var part in Directory.EnumerateFiles(folder, "*" + Part, SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(part) < before.UtcDateTime) File.Delete(part);
        }
        return Task.CompletedTask;
    }

    private string PathOf(Guid tenantId, string key) =>
        key.All(char.IsAsciiLetterOrDigit) ? Path.Combine(folder, tenantId.ToString("N"), key[..2], key) : throw new ArgumentException("Not a key of ours", nameof(key));
}

public sealed class S3FileStore(FileSettings settings) : IFileStore
{
    private readonly AmazonS3Client client = new(
        new BasicAWSCredentials(settings.S3AccessKey, settings.S3SecretKey),
        new AmazonS3Config { ServiceURL = settings.S3Url, ForcePathStyle = true, AuthenticationRegion = settings.S3Region });

    public async Task Put(Guid tenantId, string key, Stream content, CancellationToken cancellation = default)
    {
        // S3 wants the length before the bytes, and the body of a request doesn't know it. The whole is gathered first, so
        // an upload that breaks off never reaches the store; a file of the temp folder that goes when it is closed.
        await using var whole = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 81920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await content.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        // In one piece: the chunked signature of the client is not understood by every store that calls itself compatible.
        await client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = settings.S3Bucket, Key = KeyOf(tenantId, key), InputStream = whole, AutoCloseStream = false, UseChunkEncoding = false,
        }, cancellation);
    }

    public async Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        try { return (await client.GetObjectAsync(settings.S3Bucket, KeyOf(tenantId, key), cancellation)).ResponseStream; }
        catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { return null; }
    }

    public async Task Delete(Guid tenantId, string key, CancellationToken cancellation = default) =>
        await client.DeleteObjectAsync(settings.S3Bucket, KeyOf(tenantId, key), cancellation);

    // What does not arrive whole never reaches the store.
    public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;

    private static string KeyOf(Guid tenantId, string key) => $"{tenantId:N}/{key}";
}
