namespace CsDashboard.Signals;

/// <summary>
/// The latest signals as they were read. A row that did not change since the read before stays the same object, so that pages redraw only
/// what changed.
/// </summary>
internal sealed class RecentSignals
{
    private readonly Dictionary<Guid, (string Card, SignalRow Row)> known = [];

    public RecentSignals(IReadOnlyList<Signal> signals, RecentSignals? before)
    {
        foreach (var signal in signals)
        {
            var card = signal.Card();
            known[signal.Id] =
                before is not null && before.known.TryGetValue(signal.Id, out var was) && was.Card == card
                    ? was
                    : (card, SignalRow.Of(signal));
        }
        Rows = [.. signals.Select(s => known[s.Id].Row)];
    }

    /// <summary>Newest first.</summary>
    public List<SignalRow> Rows { get; }
}
