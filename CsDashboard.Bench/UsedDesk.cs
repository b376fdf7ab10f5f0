namespace CsDashboard.Bench;

/// <summary>A copy of a seeded desk that one server uses up: its folder, and where its rows are.</summary>
internal sealed class UsedDesk : IAsyncDisposable
{
    private readonly string? server;

    private UsedDesk(string folder, string database, string? server) => (Folder, Database, this.server) = (folder, database, server);

    public string Folder { get; }

    /// <summary>A file of SQLite or a connection string.</summary>
    public string Database { get; }

    /// <summary>
    /// With a PostgreSQL server, given by the connection string of its maintenance database, the rows lie in a database of their own there.
    /// </summary>
    public static async Task<UsedDesk> Of(string seeded, string? server)
    {
        var folder = DeskSeed.Copy(seeded, Directory.CreateTempSubdirectory("csdashboard-doors-").FullName);
        var file = Path.Combine(folder, "csdashboard.db");
        return new(folder, server is null ? file : await MovedDesk.To(server, folder, file), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await MovedDesk.Drop(server, Database);
        Directory.Delete(Folder, recursive: true);
    }
}
