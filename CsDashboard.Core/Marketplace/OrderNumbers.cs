using System.Globalization;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>The names of an order: the number in a row that programs know own ones by, the number that people read, and our id.</summary>
internal static class OrderNumbers
{
    /// <summary>
    /// Digits are the number in the row, or else the number of an order that a shop told; a Guid is our id, and any other word the number.
    /// Null for what nobody has.
    /// </summary>
    public static async Task<Guid?> Find(AppDb db, string? word)
    {
        var text = word?.Trim() ?? "";
        if (text.Length is 0 or > 40 || !TextAttribute.CanBeStored(text))
            return null;
        if (Guid.TryParse(text, out var id))
            return await db.Orders.Where(o => o.Id == id).Select(o => (Guid?)o.Id).SingleOrDefaultAsync();
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Orders.Where(o => o.SequenceNumber == number).Select(o => (Guid?)o.Id).SingleOrDefaultAsync() is { } known
        )
            return known;
        return await db.Orders.Where(o => o.Number == text).Select(o => (Guid?)o.Id).SingleOrDefaultAsync();
    }

    /// <summary>ORD-20261130-9F0A3C21 (contract: market, Orders).</summary>
    public static Task<string> Draw(AppDb db) => Draw(db, "ORD", async number => await Taken.First(db, new(number)) != Guid.Empty);

    private static readonly CompiledRead<AskedNumber, Guid> Taken = new(
        (db, asked) => db.Set<Order>().Where(o => o.Number == asked.Number).Select(o => o.Id)
    );

    private sealed record AskedNumber(string Number);

    /// <summary>A prefix, the day and eight digits, drawn until nobody has them.</summary>
    public static async Task<string> Draw(AppDb db, string prefix, Func<string, Task<bool>> isTaken, Func<long>? draw = null)
    {
        while (true)
        {
            var digits = draw?.Invoke() ?? Random.Shared.NextInt64(0x1_0000_0000);
            var drawn = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{db.Actor.Now.UtcDateTime:yyyyMMdd}-{digits:X8}");
            if (!await isTaken(drawn))
                return drawn;
        }
    }
}
