using CsDashboard.Foundation;
using CsDashboard.Signals;

namespace CsDashboard.Web.Signals;

/// <summary>What happened to a signal, as it is typed.</summary>
public sealed class StepForm
{
    public string? Price { get; set; }
    public string? EntryPrice { get; set; }
    public string? StopLoss { get; set; }
    public string? Targets { get; set; }
    public string? Note { get; set; }

    public SignalStep Read(LifeKind kind, int? target) =>
        new()
        {
            Event = Word.Of(kind),
            Target = target,
            Note = Note,
            Price = kind == LifeKind.Closed ? Numbers.Typed(Price, nameof(Price)) : null,
            EntryPrice = kind == LifeKind.Corrected ? Numbers.Typed(EntryPrice, nameof(EntryPrice)) : null,
            StopLoss = kind is LifeKind.Moved or LifeKind.Corrected ? Numbers.Typed(StopLoss, nameof(StopLoss)) : null,
            Targets =
                kind is LifeKind.Moved or LifeKind.Corrected && !string.IsNullOrWhiteSpace(Targets)
                    ?
                    [
                        .. Targets
                            .Split([' ', '،', ';'], StringSplitOptions.RemoveEmptyEntries)
                            .Select(t => Numbers.Typed(t, nameof(Targets))!.Value),
                    ]
                    : null,
        };
}
