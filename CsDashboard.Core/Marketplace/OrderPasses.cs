using Microsoft.AspNetCore.DataProtection;

namespace CsDashboard.Marketplace;

/// <summary>
/// The word at the end of the link in a mail to a buyer without an account: it names the order under our signature, shows that one to
/// whoever has the mail, and opens nothing else. It ends half a year after the order was placed.
/// </summary>
public sealed class OrderPasses(IDataProtectionProvider protection)
{
    internal static readonly TimeSpan Life = TimeSpan.FromDays(180);
    private const int Length = 16 + 16;
    private readonly SealedWords words = new(protection, "CsDashboard.OrderPasses");

    internal string WordFor(Order order)
    {
        var named = new byte[Length];
        order.TenantId.TryWriteBytes(named);
        order.Id.TryWriteBytes(named.AsSpan(16));
        return words.Seal(named);
    }

    /// <summary>The company and the order; null for a word that isn't ours.</summary>
    internal (Guid Company, Guid Order)? Read(string? word) =>
        words.Open(word) is { Length: Length } named ? (new Guid(named.AsSpan(0, 16)), new Guid(named.AsSpan(16, 16))) : null;
}
