using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CsDashboard.Foundation.Files;

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
            if (e is IOException { HResult: NoSpace or NoSpaceOnWindows })
                throw Refusal.Unavailable(Words.Of("Refused_DiskFull"), e);
            throw;
        }
    }

    // ENOSPC on Linux and macOS; ERROR_DISK_FULL.
    private const int NoSpace = 28,
        NoSpaceOnWindows = unchecked((int)0x80070070);

    public Task<Stream?> Get(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        var path = PathOf(tenantId, key);
        return Task.FromResult<Stream?>(
            File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true) : null
        );
    }

    public Task Delete(Guid tenantId, string key, CancellationToken cancellation = default)
    {
        var path = PathOf(tenantId, key);
        if (File.Exists(path))
            File.Delete(path);
        return Task.CompletedTask;
    }

    public Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(folder))
            return Task.CompletedTask;
        foreach (var part in Directory.EnumerateFiles(folder, "*" + Part, SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(part) < before.UtcDateTime)
                File.Delete(part);
        }
        return Task.CompletedTask;
    }

    private string PathOf(Guid tenantId, string key) =>
        key.All(char.IsAsciiLetterOrDigit)
            ? Path.Combine(folder, tenantId.ToString("N"), key[..2], key)
            : throw new ArgumentException("Not a key of ours", nameof(key));
}
