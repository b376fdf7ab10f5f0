using System.Buffers.Binary;

namespace CsDashboard.Foundation;

/// <summary>
/// New ids (UUID v7, RFC 9562), which both databases sort as they were made: each is greater than every other that this process made
/// before. Those of
/// <see cref="Guid"/> are in no order within a millisecond, and what was written in one instant is listed by its id.
/// </summary>
public static class Ids
{
    // The library's random bits are replaced by the fraction of the millisecond, in this many bits.
    private const int StepBits = 12;
    private static long last;

    public static Guid New()
    {
        var ticks = TimeProvider.System.GetUtcNow().Ticks - DateTimeOffset.UnixEpoch.Ticks;
        var (millisecond, part) = Math.DivRem(ticks, TimeSpan.TicksPerMillisecond);
        var now = (millisecond << StepBits) + (part << StepBits) / TimeSpan.TicksPerMillisecond;
        long before,
            at;
        do at = Math.Max(now, (before = Volatile.Read(ref last)) + 1);
        while (Interlocked.CompareExchange(ref last, at, before) != before);
        Span<byte> bytes = stackalloc byte[16];
        Guid.NewGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        const int version = 0x7000;
        BinaryPrimitives.WriteInt64BigEndian(bytes, at >> StepBits << 16 | version | at & ((1 << StepBits) - 1));
        return new Guid(bytes, bigEndian: true);
    }
}
