using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Binds EF's SQLite provider to the SQLitePCLRaw that the registry had (see CsDashboard.Core.csproj): the provider names a
/// newer strong version than the oldest 2.x; the assembly itself is compatible. With the newer package the handler is never called.
/// </summary>
public static class Sqlite
{
    private static int done;

#pragma warning disable CA2255 // It must be in place before anything of EF's provider is loaded, whoever loads it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Bind() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "SQLitePCLRaw.core" && name.Version is not null ? Assembly.Load(new AssemblyName("SQLitePCLRaw.core")) : null;

    public static void Initialise()
    {
        if (Interlocked.Exchange(ref done, 1) == 0) SQLitePCL.Batteries_V2.Init();
    }
}
