using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>The files that bots were given to replay.</summary>
internal sealed class BotFiles(IFileStore files)
{
    private static string KeyOf(BotType type) => "botreplay" + type.Word();

    /// <summary>The candles of the file in their order; null when none was given.</summary>
    public async Task<IReadOnlyList<Candle>?> Read(Guid tenant, BotType type, CancellationToken cancellation)
    {
        await using var file = await files.Get(tenant, KeyOf(type), cancellation);
        return file is null ? null : await Read(file, cancellation);
    }

    /// <summary>Keeps a file; Invalid when any row of it is wrong.</summary>
    public async Task Put(Guid tenant, BotType type, Stream file, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        await Read(whole, cancellation);
        whole.Position = 0;
        await files.Delete(tenant, KeyOf(type), cancellation);
        await files.Put(tenant, KeyOf(type), whole, cancellation);
    }

    public Task Remove(Guid tenant, BotType type, CancellationToken cancellation) => files.Delete(tenant, KeyOf(type), cancellation);

    private static async Task<IReadOnlyList<Candle>> Read(Stream file, CancellationToken cancellation)
    {
        List<Candle> candles = [];
        await foreach (var line in CandleFile.Read(file, cancellation))
            candles.Add(line.Fault is null ? line.Candle : throw Refusal.Invalid("file", Words.Of("CandleFile_Line", line.Number, line.Fault)));
        if (candles.Count == 0) throw Refusal.Invalid("file", Words.Of("CandleFile_Empty"));
        return [.. candles.OrderBy(c => c.Time)];
    }
}
