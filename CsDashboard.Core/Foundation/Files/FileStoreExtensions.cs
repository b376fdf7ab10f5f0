using System.Security.Cryptography;

namespace CsDashboard.Foundation.Files;

public static class FileStoreExtensions
{
    extension(IFileStore files)
    {
        /// <summary>
        /// Stores an upload under a key of its own, and then writes it down with <paramref name="note"/>, which is given the key. If either
        /// breaks off, nothing remains. Refuses what <see cref="CheckedContent"/> refuses, and an empty file.
        /// </summary>
        public Task<T> Keep<T>(
            Guid tenantId,
            CheckedContent content,
            Func<string, Task<T>> note,
            CancellationToken cancellation = default
        ) =>
            files.Keep(
                tenantId,
                (Stream)content,
                key =>
                {
                    content.DemandSome();
                    return note(key);
                },
                cancellation
            );

        /// <summary>The same of content that <paramref name="note"/> looks at itself.</summary>
        public async Task<T> Keep<T>(Guid tenantId, Stream content, Func<string, Task<T>> note, CancellationToken cancellation = default)
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            try
            {
                await files.Put(tenantId, key, content, cancellation);
                return await note(key);
            }
            catch
            {
                await files.Delete(tenantId, key, CancellationToken.None);
                throw;
            }
        }
    }
}
