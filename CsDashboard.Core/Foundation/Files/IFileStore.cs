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

    /// <summary>Removes remains of uploads that died with their process, last written before this time.</summary>
    Task RemoveRemains(DateTimeOffset before, CancellationToken cancellation = default);
}
