using System.Data.Common;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CsDashboard.Web.Server;

/// <summary>What happens before the first request is served.</summary>
internal static class Startup
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<Settings>()
            .BindConfiguration("CsDashboard")
            .PostConfigure<IConfiguration, IHostEnvironment>(
                (settings, configuration, environment) =>
                {
                    settings.ConnectionString ??= configuration.GetConnectionString("Default");
                    // Development's default leads nowhere on a machine that people reach from elsewhere.
                    if (!environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration["CsDashboard:PublicUrl"]))
                        settings.PublicUrl = "";
                    settings.PublicUrl = settings.PublicUrl.TrimEnd('/');
                    if (string.IsNullOrWhiteSpace(settings.ServiceApiKey))
                        settings.ServiceApiKey = null;
                    if (!string.IsNullOrWhiteSpace(settings.DataFolder))
                        settings.DataFolder = Path.GetFullPath(settings.DataFolder, environment.ContentRootPath);
                }
            )
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<Settings>, SettingsCheck>();
        builder.Services.AddSingleton<IValidateOptions<Settings>, PublicAddressCheck>();
        builder.Services.AddDataProtection();
        builder
            .Services.AddOptions<KeyManagementOptions>()
            .Configure<IOptions<Settings>, ILoggerFactory>(
                (keys, settings, logs) =>
                    keys.XmlRepository = new FileSystemXmlRepository(
                        Directory.CreateDirectory(Path.Combine(settings.Value.DataFolder, "keys")),
                        logs
                    )
            );
        builder
            .Services.AddOptions<Microsoft.AspNetCore.DataProtection.DataProtectionOptions>()
            .Configure(o => o.ApplicationDiscriminator = "CsDashboard");
    }

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsProduction())
            builder.Logging.AddJsonConsole(console =>
                (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ")
            );
        else
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "HH:mm:ss "));
    }

    /// <summary>
    /// Folders and schema; what the demo needs is made while the first are served. False, with a sentence on the error output, when the
    /// product cannot run.
    /// </summary>
    public static async Task<bool> Prepare(this WebApplication app)
    {
        Settings settings;
        IReadOnlyList<string> open;
        try
        {
            settings = app.Services.GetRequiredService<IOptions<Settings>>().Value;
            open = PrivateFolder.Prepare(settings.DataFolder);
        }
        catch (OptionsValidationException e)
        {
            return Stop(string.Join(Environment.NewLine, e.Failures));
        }
        catch (InvalidOperationException e)
        {
            return Stop($"The settings cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Stop($"The data folder cannot be made: {e.Message}");
        }

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CsDashboard");
        if (open.Count > 0)
            log.LogWarning(
                "Other users of this machine may read {Count} files and folders of the data folder, beginning with {First}, and it belongs to somebody else: make it the service's own, with mode 700",
                open.Count,
                open[0]
            );
        if (!app.Environment.IsDevelopment() && settings.AllowHttp)
            log.LogWarning("Passwords travel in the open: {Address} is not https, and CsDashboard:AllowHttp allows it", settings.PublicUrl);
        var (store, demo) = (app.Services.GetRequiredService<Store>(), app.Services.GetRequiredService<Demo.DemoMaking>());
        if (!demo.Clear())
            return Stop("An earlier start was stopped while it made the demo companies. Empty the database and start again.");
        try
        {
            await store.Prepare();
        }
        catch (DbException e)
        {
            return Stop($"The database cannot be opened: {e.Message}");
        }
        log.LogInformation("Database: {Engine}; data folder: {Folder}", await store.Engine(), settings.DataFolder);

        var tenants = app.Services.GetRequiredService<Tenants>();
        await demo.Begin();
        if (!settings.Demo && !await tenants.Any())
            log.LogWarning(
                "There is no company yet. Open {Address} and enter the one-time set-up code {Code}",
                settings.PublicUrl + "/setup",
                tenants.NewSetupCode()
            );
        return true;
    }

    private static bool Stop(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return false;
    }
}
