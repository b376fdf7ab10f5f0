using System.Globalization;
using System.Text.Json;
using CsDashboard.Foundation.Outgoing;
using Polly;
using Polly.Retry;

namespace CsDashboard.Bots;

/// <summary>
/// An exchange with a klines call in the form that Binance made common: GET /api/v3/klines?symbol=BTCUSDT&amp;interval=1m&amp;
/// startTime=ms&amp;limit=n answers [[opens, "open", "high", "low", "close", "volume", closes, …], …].
/// </summary>
internal sealed class ExchangeFeed : ICandleFeed
{
    private const int MaxAnswer = 4 * 1_048_576;
    private readonly OutgoingCalls outgoing;
    private readonly TimeProvider clock;
    private readonly FeedPatience patience;
    private readonly ResiliencePipeline retries;

    public ExchangeFeed(OutgoingCalls outgoing, TimeProvider clock, FeedPatience patience)
    {
        (this.outgoing, this.clock, this.patience) = (outgoing, clock, patience);
        retries = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = new PredicateBuilder().Handle<Passing>(),
                    MaxRetryAttempts = patience.Retries,
                    Delay = patience.FirstPause,
                    MaxDelay = patience.LongestPause,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    // An exchange that names its own pause is believed, up to the longest.
                    DelayGenerator = args =>
                        ValueTask.FromResult(
                            (args.Outcome.Exception as Passing)?.RetryAfter is { } wait
                                ? (TimeSpan?)(wait > patience.LongestPause ? patience.LongestPause : wait)
                                : null
                        ),
                }
            )
            .Build();
    }

    public int AtOnce => 500;

    public TimeSpan Pause(BotSettings settings)
    {
        // Shortly after the next candle closes, but often enough to notice soon that the feed has stopped.
        var (now, length) = (clock.GetUtcNow(), settings.Length);
        var closes = TimeSpan.FromTicks(length.Ticks - now.UtcTicks % length.Ticks) + TimeSpan.FromSeconds(1);
        return closes < TimeSpan.FromSeconds(15) ? closes : TimeSpan.FromSeconds(15);
    }

    public DateTimeOffset First(BotSettings settings, DateTimeOffset now) =>
        new(now.UtcTicks / settings.Length.Ticks * settings.Length.Ticks - settings.Length.Ticks, TimeSpan.Zero);

    public async Task<IReadOnlyList<Candle>> Closed(
        BotSettings settings,
        string pair,
        DateTimeOffset from,
        int most,
        CancellationToken cancellation
    )
    {
        var symbol = string.Concat(pair.Where(char.IsAsciiLetterOrDigit));
        var address = new Uri(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{settings.Address!.TrimEnd('/')}/api/v3/klines?symbol={symbol}&interval={settings.Interval}&startTime={from.ToUnixTimeMilliseconds()}&limit={most}"
            )
        );
        try
        {
            return await retries.ExecuteAsync(async stop => await Ask(address, from, settings.Length, stop), cancellation);
        }
        catch (Passing e)
        {
            throw new FeedFault(e.Message, e.InnerException);
        }
    }

    private async Task<IReadOnlyList<Candle>> Ask(Uri address, DateTimeOffset from, TimeSpan length, CancellationToken cancellation)
    {
        using var slow = new CancellationTokenSource(patience.Try, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, slow.Token);
        OutgoingAnswer answer;
        try
        {
            answer = await outgoing.Get(address, MaxAnswer, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new Passing(Words.Of("Feed_Slow", address.Host, patience.Try.TotalSeconds));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new Passing(Words.Of("Feed_Unreachable", address.Host, e.Message), e);
        }
        if (answer.Status == 429 || answer.Status == 418 || answer.Status >= 500)
            throw new Passing(Words.Of("Feed_Refused", address.Host, answer.Status)) { RetryAfter = answer.RetryAfter };
        if (answer.Status != 200)
            throw new FeedFault(Words.Of("Feed_Refused", address.Host, answer.Status));
        try
        {
            return Read(answer.Body, from, length);
        }
        // A truncated or malformed answer usually clears up on a retry; if not, the retries run out.
        catch (Exception e)
            when (e
                    is JsonException
                        or FormatException
                        or InvalidOperationException
                        or OverflowException
                        or IndexOutOfRangeException
                        or ArgumentException
            )
        {
            throw new Passing(Words.Of("Feed_Nonsense", address.Host), e);
        }
    }

    private List<Candle> Read(byte[] body, DateTimeOffset from, TimeSpan length)
    {
        using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
        var (candles, now) = (new List<Candle>(), clock.GetUtcNow());
        foreach (var row in json.RootElement.EnumerateArray())
        {
            decimal Price(int at) =>
                row[at].ValueKind == JsonValueKind.String
                    ? Numbers.TryPlain(row[at].GetString(), out var price)
                        ? price
                        : throw new FormatException(row[at].GetString())
                    : row[at].GetDecimal();
            var candle = new Candle(
                DateTimeOffset.FromUnixTimeMilliseconds(row[0].GetInt64()),
                Price(1),
                Price(2),
                Price(3),
                Price(4),
                Price(5)
            );
            if (candle.Fault() is { } fault)
                throw new FormatException(fault.Key);
            if (candle.Low == 0)
                throw new FormatException("a price of nothing");
            // The last one of an answer is still open.
            if (candle.Time < from || candle.Time + length > now)
                continue;
            if (candles.Count > 0 && candle.Time <= candles[^1].Time)
                throw new FormatException("out of order");
            candles.Add(candle);
        }
        return candles;
    }

    /// <summary>A fault that may go away by itself.</summary>
    private sealed class Passing(string message, Exception? inner = null) : Exception(message, inner)
    {
        public TimeSpan? RetryAfter { get; init; }
    }
}
