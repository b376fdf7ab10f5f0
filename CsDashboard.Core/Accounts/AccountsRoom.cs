using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Accounts;

internal static class AccountsRoom
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        // OWASP ASVS 5.0, 11.4.2: PBKDF2 with HMAC-SHA-512 at 210,000 iterations or more.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Proofs>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignIns>();
        services.AddDataProtection();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<Passkeys>();
        services.AddIdentityCore<User>().AddUserStore<PasskeyUsers>();
        services.AddSingleton<Users>();
        services.AddSingleton<UserLists>();
        services.AddSingleton<Tenants>();
        services.AddSingleton<AddressTelling>();
        services.AddSingleton<IKeepFolded, RefoldedUsers>();
        services.AddSingleton<IRetain, SessionRetention>();
        return services;
    }
}
