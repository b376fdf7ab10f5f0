using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Foundation.Files;
using Microsoft.Extensions.Options;

namespace CsDashboard.Images;

/// <summary>
/// Addresses under which anybody gets a picture in one preset: whoever has one was shown it by a page that knew its reader. Signed by a key
/// of this installation (keys/pictures.key), so nobody asks for a size, a picture or a company that no page has named. What lies there
/// never changes; if prints are made otherwise one day, <see cref="Edition"/> makes the addresses others.
/// </summary>
public sealed class PictureAddresses(IOptions<Settings> settings)
{
    public const string Path = "/img/{company}/{picture}/{preset}";
    private const string Edition = "1";
    private const int SignatureLength = 16;
    private readonly Lazy<byte[]> key = new(() =>
    {
        var path = KeyFile.At(settings.Value.DataFolder, "pictures.key");
        return KeyFile.Read(path) ?? KeyFile.Make(path) ?? throw Refusal.Unavailable(Words.Of("Picture_Key"));
    });

    public string Of(Guid company, Guid picture, Preset preset) =>
        $"/img/{company:N}/{picture:N}/{Word.Of(preset)}.{Edition}?s={Encoding.ASCII.GetString(Sign(company, picture, preset))}";

    /// <summary>
    /// What an address names, when it is one that <see cref="Of"/> has given; null for every other, whatever is wrong with it.
    /// </summary>
    public (Guid Company, Guid Picture, Preset Preset)? Read(string company, string picture, string preset, string? signature)
    {
        if (
            !Guid.TryParseExact(company, "N", out var whose)
            || !Guid.TryParseExact(picture, "N", out var which)
            || preset.Split('.') is not [var word, Edition]
            || Word.TryRead<Preset>(word) is not { } how
            || word != Word.Of(how)
        )
            return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature ?? ""), Sign(whose, which, how))
            ? (whose, which, how)
            : null;
    }

    private byte[] Sign(Guid company, Guid picture, Preset preset) =>
        Base64Url.EncodeToUtf8(
            HMACSHA256
                .HashData(key.Value, Encoding.ASCII.GetBytes($"{company:N}/{picture:N}/{Word.Of(preset)}.{Edition}"))
                .AsSpan(0, SignatureLength)
        );
}
