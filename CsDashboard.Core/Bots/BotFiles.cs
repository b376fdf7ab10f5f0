using CsDashboard.Foundation.Files;

namespace CsDashboard.Bots;

/// <summary>The files that bots were given to replay.</summary>
internal sealed class BotFiles(IFileStore files)
{
    private static string KeyOf(BotKey bot) => "botreplay" + Word.Of(bot.Type) + bot.Extra?.ToString("N");

    /// <summary>The candles of the file in their order; null when none was given.</summary>
    public async Task<IReadOnlyList<Candle>?> Read(Guid tenant, BotKey bot, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var file = await files.Get(tenant, KeyOf(bot), cancellation);
        return file is null ? null : (await Read(bot.Type, file, now, cancellation)).Candles;
    }

    /// <summary>Keeps a file; Invalid when any row of it is wrong, or when it has candles of several series or of another market.</summary>
    public async Task<BotFileView> Put(Guid tenant, BotKey bot, Stream file, DateTimeOffset now, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, cancellation);
        whole.Position = 0;
        var (candles, volume, tookUtc) = await Read(bot.Type, whole, now, cancellation);
        whole.Position = 0;
        await files.Delete(tenant, KeyOf(bot), cancellation);
        await files.Put(tenant, KeyOf(bot), whole, cancellation);
        return new BotFileView(candles.Count, candles[0].Time, candles[^1].Time, volume, tookUtc);
    }

    public Task Remove(Guid tenant, BotKey bot, CancellationToken cancellation) => files.Delete(tenant, KeyOf(bot), cancellation);

    private static async Task<(List<Candle> Candles, string? Volume, bool TookUtc)> Read(
        BotType type,
        Stream file,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (reader, candles) = (new CandleFile(now, new CandlePlace(type)), new List<Candle>());
        await foreach (var line in reader.Read(file, cancellation))
        {
            if (line.Fault is { } fault)
                throw Refusal.Invalid("file", Words.Of("CandleFile_Line", line.Number, fault));
            if (line.Place.Type != type || reader.Places.Count > 1)
                throw Refusal.Invalid("file", Words.Of("CandleFile_OneSeries"));
            if (!line.IsRepeat)
                candles.Add(line.Candle);
        }
        return ([.. candles.OrderBy(c => c.Time)], reader.Volume, reader.TookUtc);
    }
}
