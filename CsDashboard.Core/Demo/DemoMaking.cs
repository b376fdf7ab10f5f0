using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CsDashboard.Demo;

/// <summary>
/// The first start serves at once; meanwhile this fills the demo companies in. Until that is done nobody signs in
/// (<see cref="IsUnderWay"/>), so nothing of anybody's is lost when it is cut off: a mark in the data folder remembers that, and the next
/// start begins again.
/// </summary>
public sealed class DemoMaking(
    DemoCompany demo,
    DemoShop shop,
    Tenants tenants,
    IOptions<Settings> settings,
    TimeProvider clock,
    IServiceProvider services,
    ILogger<DemoMaking> log
) : BackgroundService
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool underWay;

    /// <summary>The demo companies are being made, or are about to be.</summary>
    public bool IsUnderWay => underWay;

    /// <summary>Done once they exist, or when none are to be made.</summary>
    public Task Done => done.Task;

    private string Mark => Path.Combine(settings.Value.DataFolder, "demo-unfinished");

    /// <summary>
    /// Before the database is opened: removes what an interrupted start left of the demo. False where that can't be done from here, since a
    /// server's database is not this product's to drop.
    /// </summary>
    public bool Clear()
    {
        if (!settings.Value.Demo || !File.Exists(Mark))
            return true;
        if (settings.Value.Database != DatabaseKind.Sqlite)
            return false;
        foreach (var file in Directory.GetFiles(settings.Value.DataFolder, "csdashboard.db*"))
            File.Delete(file);
        File.Delete(Mark);
        log.LogInformation("An earlier start was stopped while it made the demo companies; they are made anew");
        return true;
    }

    /// <summary>Before anybody is served: finds out whether there is something to make.</summary>
    public async Task Begin()
    {
        underWay = settings.Value.Demo && !await tenants.Any();
        if (!underWay)
            done.TrySetResult();
        else
            await File.WriteAllTextAsync(Mark, "The demo companies are being made. When this file is here at a start, they are made anew.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!underWay)
        {
            if (settings.Value.Demo && await tenants.Named("demo") is { } company)
                await shop.TopUp(Actor.System(company, clock));
            return;
        }
        try
        {
            log.LogInformation("The demo companies are being made, in the background; the sign-in page opens when they are ready");
            await demo.Seed(clock).WaitAsync(stoppingToken);
            File.Delete(Mark);
            underWay = false;
            done.TrySetResult();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogCritical(e, "The demo companies could not be made; the product stops");
            done.TrySetException(e);
            Environment.ExitCode = 1;
            services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }
    }
}
