using System.Collections.Concurrent;

namespace CsDashboard.Accounts;

/// <summary>For work that is done once a night, between one and five by each company's own clock, while others sleep.</summary>
internal sealed class NightWindow(Tenants tenants)
{
    /// <summary>Less than a day, so that work done late last night is done again tonight.</summary>
    public static readonly TimeSpan One = TimeSpan.FromHours(20);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> begun = new();

    public async Task<bool> Is(Actor product)
    {
        var zone = Zones.Of((await tenants.Mine(product)).TimeZone);
        return TimeZoneInfo.ConvertTime(product.Now, zone).Hour is >= 1 and < 5;
    }

    /// <summary>True once a night in this process: it is time to begin.</summary>
    public async Task<bool> Begin(Actor product)
    {
        if (begun.TryGetValue(product.TenantId, out var last) && product.Now - last < One)
            return false;
        if (!await Is(product))
            return false;
        begun[product.TenantId] = product.Now;
        return true;
    }
}
