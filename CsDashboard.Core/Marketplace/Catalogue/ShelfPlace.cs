using System.Buffers.Text;
using System.Text;

namespace CsDashboard.Marketplace.Catalogue;

/// <summary>A place between products in an order: behind one, or before it. Opaque in addresses.</summary>
public sealed record ShelfPlace(bool IsSoldOut, string Key, Guid Id, bool IsBack)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{(IsBack ? 1 : 0)}{(IsSoldOut ? 1 : 0)}{Id:N}{Key}"));

    /// <summary>Null for none, and for what is no place.</summary>
    public static ShelfPlace? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
            return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return plain.Length >= 34 && Guid.TryParseExact(plain[2..34], "N", out var id)
            ? new(plain[1] == '1', plain[34..], id, plain[0] == '1')
            : null;
    }
}
