using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Customers;

internal static class CustomersRoom
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services.AddSingleton<Customers>().AddHandler<CustomerIndex>();
}
