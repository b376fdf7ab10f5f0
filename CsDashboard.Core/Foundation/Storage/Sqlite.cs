using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CsDashboard.Foundation.Storage;

public static class Sqlite
{
    private static int done;

    // A list of values is one parameter, so that its statement is the same however many there are.
    internal static void Options(SqliteDbContextOptionsBuilder options) =>
        options.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>Wakes the SQLite library, once, before a connection is opened without EF.</summary>
    public static void Initialise()
    {
        if (Interlocked.Exchange(ref done, 1) == 0)
            SQLitePCL.Batteries_V2.Init();
    }
}
