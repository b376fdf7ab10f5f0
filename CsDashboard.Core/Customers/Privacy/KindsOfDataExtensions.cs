using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers.Privacy;

internal static class KindsOfDataExtensions
{
    /// <summary>All kinds of all rooms. Resolved when they are needed, since some kinds ask for all of them.</summary>
    public static IEnumerable<PersonalData> KindsOfData(this IServiceProvider rooms) => rooms.GetServices<PersonalData>();
}
