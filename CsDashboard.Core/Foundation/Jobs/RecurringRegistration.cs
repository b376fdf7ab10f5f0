using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Foundation.Jobs;

public static class RecurringRegistration
{
    public static IServiceCollection AddRecurring(
        this IServiceCollection services,
        string name,
        TimeSpan every,
        Func<IServiceProvider, CancellationToken, Task> work
    ) => services.AddSingleton(new RecurringJob(name, every, work));
}
