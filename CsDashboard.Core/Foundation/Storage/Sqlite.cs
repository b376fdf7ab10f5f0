namespace CsDashboard.Foundation.Storage;

/// <summary>Wakes the SQLite library, once, before a connection is opened without EF.</summary>
public static class Sqlite
{
    private static int done;

    public static void Initialise()
    {
        if (Interlocked.Exchange(ref done, 1) == 0)
            SQLitePCL.Batteries_V2.Init();
    }
}
