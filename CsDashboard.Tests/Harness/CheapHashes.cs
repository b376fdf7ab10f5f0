using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// A password hash takes a tenth of a second on purpose. Tests that don't depend on it use few rounds; the others say
/// <c>House.On(kind, s =&gt; s.WithRealHashes())</c>.
/// </summary>
public static class CheapHashes
{
    public const int Rounds = 1000;

    internal static IServiceCollection WithCheapHashes(this IServiceCollection services) =>
        services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = Rounds);

    /// <summary>As many rounds as the product is set to.</summary>
    public static IServiceCollection WithRealHashes(this IServiceCollection services) =>
        services.RemoveAll<IPostConfigureOptions<PasswordHasherOptions>>();
}
