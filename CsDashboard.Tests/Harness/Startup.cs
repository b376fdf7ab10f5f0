using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CsDashboard.Tests.Harness;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace CsDashboard.Tests.Harness;

internal static class Startup
{
    // bUnit names a newer strong version of AngleSharp.Diffing than some registries hold; the older assembly serves.
    // With the newer one the handler is never called.
    [ModuleInitializer]
    internal static void Bind()
    {
        AssemblyLoadContext.Default.Resolving += (_, name) =>
            name.Name == "AngleSharp.Diffing" && name.Version is not null ? Assembly.Load(new AssemblyName("AngleSharp.Diffing")) : null;
        // Texts that tests look at are English, whatever the machine speaks.
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
    }
}
