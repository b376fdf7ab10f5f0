using CsDashboard.Customers;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Engagement.Segments;

internal static class SegmentsRoom
{
    public static IServiceCollection AddSegments(this IServiceCollection services) =>
        services
            .AddSingleton<Segments>()
            .AddSingleton<OwnSegments>()
            .AddSingleton<Segmentation>()
            .AddSingleton<PersonalData, OwnSegmentsOfCustomers>()
            .AddHandler<SegmentsFollow>();
}
