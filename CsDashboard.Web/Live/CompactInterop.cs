using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.JSInterop;

namespace CsDashboard.Web.Live;

/// <summary>
/// Every circuit has its own JSON options and, at its first call into the browser, inspects every interface of every argument's type (some
/// forty for int alone) in search of polymorphism: 80 KB for each open page. None of our types need that, so the search is told that there
/// is nothing.
/// </summary>
internal static class CompactInterop
{
    public static void AddLeanInterop(this IServiceCollection services)
    {
        if (
            services.LastOrDefault(service => service.ServiceType == typeof(IJSRuntime))
            is not { ImplementationType: { } type, Lifetime: ServiceLifetime.Scoped } found
        )
            return;
        var create = ActivatorUtilities.CreateFactory(type, []);
        services.Remove(found);
        services.AddScoped(provider =>
        {
            var runtime = (IJSRuntime)create(provider, []);
            if (runtime is JSRuntime { } known)
                Options(known).TypeInfoResolver = Resolver;
            return runtime;
        });
    }

    private static readonly Described Resolver = new();

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_JsonSerializerOptions")]
    private static extern JsonSerializerOptions Options(JSRuntime runtime);

    private sealed class Described : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options) =>
            IsNeverDeclared(type) ? null! : base.GetTypeInfo(type, options);

        private static bool IsNeverDeclared(Type type) =>
            type.IsInterface
            && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            && (
                !typeof(IEnumerable).IsAssignableFrom(type)
                || type.GenericTypeArguments is [{ IsGenericType: true } item] && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            );
    }
}
