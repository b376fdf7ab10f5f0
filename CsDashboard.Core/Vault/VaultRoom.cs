using CsDashboard.Bots;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Vault;

internal static class VaultRoom
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddSingleton<VaultKeys>();
        services.AddSingleton<Grants>();
        services.AddSingleton<Pins>();
        services.AddSingleton<Candles>();
        services.AddSingleton<ICandleStore>(provider => provider.GetRequiredService<Candles>());
        services.AddSingleton<CandleExports>();
        services.AddSingleton<CandleImports>();
        services.AddSingleton<KeyRotation>();
        return services.AddHandler<VaultNotices>();
    }
}
