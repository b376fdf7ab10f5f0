using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Bots;

namespace CsDashboard.Vault;

/// <summary>
/// Seals and opens candles: AES-256-GCM, one envelope for all prices and indicators of a candle. The associated data is
/// company, market, pair, interval, time and field, so that an envelope opens only in its own place. An envelope is: form (1
/// byte), number of the key (4), random nonce (12), tag (16), cipher text. Not for two threads at once.
/// </summary>
internal sealed class CandleCipher(IReadOnlyDictionary<int, byte[]> keys) : IDisposable
{
    private const byte Form = 1;
    private const int NonceAt = 5,
        TagAt = 17,
        TextAt = 33;
    private const int Prices = 5 * 16;
    internal const int MaxIndicators = 16_384;

    private readonly Dictionary<int, AesGcm> ciphers = [];
    private readonly byte[] plain = new byte[Prices + MaxIndicators];

    // Random bytes in stock: asking for twelve at a time costs more than the sealing.
    private readonly byte[] nonces = new byte[12 * 256];
    private int nonce = 12 * 256;

    /// <summary>What a candle of a series is bound to; the last eight bytes are its time.</summary>
    public static byte[] PlaceOf(CandleSeries series)
    {
        var text = Encoding.UTF8.GetBytes($"{Word.Of(series.Type)}|{series.Pair}|{series.Interval}|ohlcv|");
        var place = new byte[16 + text.Length + 8];
        series.TenantId.TryWriteBytes(place);
        text.CopyTo(place, 16);
        return place;
    }

    /// <summary>The number of the key that an envelope names.</summary>
    public static int KeyOf(ReadOnlySpan<byte> envelope) =>
        envelope.Length >= TextAt ? BinaryPrimitives.ReadInt32LittleEndian(envelope[1..]) : 0;

    public byte[] Seal(int key, byte[] place, in Candle candle, ReadOnlySpan<byte> indicators)
    {
        Write(candle.Open, 0);
        Write(candle.High, 1);
        Write(candle.Low, 2);
        Write(candle.Close, 3);
        Write(candle.Volume, 4);
        indicators.CopyTo(plain.AsSpan(Prices));
        var length = Prices + indicators.Length;
        var envelope = new byte[TextAt + length];
        envelope[0] = Form;
        BinaryPrimitives.WriteInt32LittleEndian(envelope.AsSpan(1), key);
        NextNonce().CopyTo(envelope.AsSpan(NonceAt));
        At(place, candle.Time.ToUnixTimeMilliseconds());
        CipherOf(key)!
            .Encrypt(envelope.AsSpan(NonceAt, 12), plain.AsSpan(0, length), envelope.AsSpan(TextAt), envelope.AsSpan(TagAt, 16), place);
        return envelope;
    }

    /// <summary>False for anything that is not as it was sealed in this place. The indicators stay valid until the next call.</summary>
    public bool TryOpen(byte[] place, long time, ReadOnlySpan<byte> envelope, out Candle candle, out ReadOnlySpan<byte> indicators)
    {
        candle = default;
        indicators = default;
        var length = envelope.Length - TextAt;
        if (length < Prices || length > plain.Length || envelope[0] != Form || CipherOf(KeyOf(envelope)) is not { } cipher)
            return false;
        At(place, time);
        try
        {
            cipher.Decrypt(envelope.Slice(NonceAt, 12), envelope[TextAt..], envelope.Slice(TagAt, 16), plain.AsSpan(0, length), place);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        candle = new Candle(DateTimeOffset.FromUnixTimeMilliseconds(time), Read(0), Read(1), Read(2), Read(3), Read(4));
        indicators = plain.AsSpan(Prices, length - Prices);
        return true;
    }

    private static void At(byte[] place, long time) => BinaryPrimitives.WriteInt64LittleEndian(place.AsSpan(place.Length - 8), time);

    private AesGcm? CipherOf(int key)
    {
        if (ciphers.TryGetValue(key, out var cipher))
            return cipher;
        return keys.TryGetValue(key, out var bytes) ? ciphers[key] = new AesGcm(bytes, 16) : null;
    }

    private ReadOnlySpan<byte> NextNonce()
    {
        if (nonce == nonces.Length)
        {
            RandomNumberGenerator.Fill(nonces);
            nonce = 0;
        }
        nonce += 12;
        return nonces.AsSpan(nonce - 12, 12);
    }

    private void Write(decimal value, int at) =>
        decimal.GetBits(value, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(plain.AsSpan(at * 16, 16)));

    private decimal Read(int at) => new(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(plain.AsSpan(at * 16, 16)));

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(plain);
        foreach (var cipher in ciphers.Values)
            cipher.Dispose();
    }
}
