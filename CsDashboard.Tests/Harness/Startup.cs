using System.Runtime.CompilerServices;
using CsDashboard.Tests.Harness;

[assembly: AssemblyFixture(typeof(TestRun))]

namespace CsDashboard.Tests.Harness;

internal static class Startup
{
    [ModuleInitializer]
    internal static void SpeakEnglish()
    {
        // Texts that tests look at are English, whatever the machine speaks.
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
    }
}
