using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.Options;

namespace CsDashboard.Foundation.Files;

/// <summary>The space that the files of a company take together, whichever room keeps them.</summary>
public sealed class FileQuota(IEnumerable<FileHolder> holders, IOptions<Settings> settings)
{
    /// <summary>
    /// TooLarge (file) where so many bytes more have no room. Asked again inside the write that notes the file: uploads that run side by
    /// side must not exceed the quota together.
    /// </summary>
    public async Task Demand(AppDb db, long more, CancellationToken cancellation = default)
    {
        var left = settings.Value.Files.QuotaMegabytes * 1024L * 1024;
        foreach (var holder in holders)
            left -= await holder.Bytes(db, cancellation);
        if (left < more)
            throw Refusal.TooLarge("file", Words.Of("File_Quota"));
    }
}
