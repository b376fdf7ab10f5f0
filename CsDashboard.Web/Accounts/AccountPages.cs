namespace CsDashboard.Web.Accounts;

internal static class AccountPages
{
    public static void AddAccountPages(this IServiceCollection services)
    {
        services.AddPasskeys();
        services.AddSingleton<PasswordLinks>();
    }
}
