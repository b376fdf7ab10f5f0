using System.Globalization;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers.Importing;

/// <summary>Counts what passes and refuses what is too much.</summary>
internal sealed class MeasuredFile(Stream inner, long most, Action<long>? progress) : PassingStream
{
    public long Bytes { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Bytes += read;
        progress?.Invoke(Bytes);
        return Bytes <= most
            ? read
            : throw Refusal.TooLarge("file", Words.Of("Import_TooLarge", (most / 1_048_576).ToString(CultureInfo.InvariantCulture)));
    }
}
