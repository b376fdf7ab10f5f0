using System.Text.Json;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Signals;

/// <summary>A signal before its publication: editable, and seen by admins alone.</summary>
public sealed class SignalDraft : ITenantOwned
{
    public const int MaxOriginal = 4_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public DraftSource Source { get; init; }

    /// <summary>As <see cref="Signal.BotId"/>.</summary>
    public Guid? BotId { get; init; }
    public string? Type { get; private set; }
    public string? Pair { get; private set; }
    public string? Direction { get; private set; }
    public decimal? Entry { get; private set; }
    public decimal? Stop { get; private set; }
    public decimal? Target { get; private set; }
    public string MoreTargetText { get; private set; } = "";

    /// <summary>A JSON object.</summary>
    public string IndicatorText { get; private set; } = "{}";
    public string? Note { get; private set; }
    public string? Original { get; init; }
    public string? CandleText { get; init; }
    public Guid? ProposedBy { get; init; }
    public string? ClientKey { get; init; }

    /// <summary>The signal it was published as; after that it is no longer a draft.</summary>
    public Guid? SignalId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    internal SignalDraft Fill(NewSignal input, DateTimeOffset now)
    {
        (Type, Pair, Direction, Note, UpdatedAt) = (
            Known(input.Type),
            Known(input.Pair),
            Known(input.Direction)?.ToUpperInvariant(),
            Known(input.Note),
            now
        );
        (Entry, Stop, Target) = (input.EntryPrice, input.StopLoss, input.TakeProfit);
        MoreTargetText = string.Join(' ', (input.MoreTargets ?? []).Select(HashChain.Text));
        IndicatorText = JsonSerializer.Serialize(input.Indicators ?? new Dictionary<string, decimal?>());
        return this;
    }

    internal DraftView View =>
        new()
        {
            Id = Id,
            Source = Source,
            Type = Type,
            Pair = Pair,
            Direction = Direction,
            EntryPrice = Entry,
            StopLoss = Stop,
            TakeProfit = Target,
            MoreTargets = [.. MoreTargetText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Numbers.Stored)],
            Indicators = JsonSerializer.Deserialize<Dictionary<string, decimal?>>(IndicatorText)!,
            Note = Note,
            Original = Original,
            Candles = SignalCandles.Read(CandleText),
            CreatedAt = CreatedAt,
            UpdatedAt = UpdatedAt,
        };

    private static string? Known(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
