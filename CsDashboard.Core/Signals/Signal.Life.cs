using System.Text.Json;

namespace CsDashboard.Signals;

public sealed partial class Signal
{
    /// <summary>One figure of an event: what it was before, where there was one, and what it is.</summary>
    public sealed record Change(string Name, string? From, string? To);

    /// <summary>
    /// Takes a step of its life. Null when it changes nothing, since nothing is recorded twice. Conflict for a step that this state does
    /// not allow: only a correction follows the end, and a running signal is closed, never cancelled, so that no loss can be hidden.
    /// </summary>
    internal IReadOnlyList<Change>? Take(LifeKind kind, SignalStep step, Actor actor)
    {
        var changes = kind switch
        {
            LifeKind.EntryReached => ReachEntry(),
            LifeKind.TargetReached => ReachTarget(step.Target),
            LifeKind.StopReached => ReachStop(),
            LifeKind.Moved => Move(step),
            LifeKind.Closed => CloseAt(step.Price),
            LifeKind.Cancelled => Cancel(step.Note),
            LifeKind.Corrected => Correct(step),
            LifeKind.Published => throw Refusal.Invalid("event", Words.Of("Signal_Event")),
        };
        if (changes is null)
            return null;
        LastEventAt = actor.Now;
        if (IsOver)
            OverAt ??= LastEventAt;
        LastKind = kind;
        return changes;
    }

    /// <summary>The last event, which tells a repeat from a contradiction.</summary>
    public LifeKind LastKind { get; private set; }

    private IReadOnlyList<Change>? ReachEntry()
    {
        if (State == SignalState.Running)
            return null;
        DemandOpen();
        State = SignalState.Running;
        return [new("price", null, HashChain.Text(Entry))];
    }

    private List<Change>? ReachTarget(int? asked)
    {
        var targets = Targets;
        var target = asked ?? Math.Min(Reached + 1, targets.Count);
        if (target < 1 || target > targets.Count)
            throw Refusal.Invalid("target", Words.Of("Signal_NoTarget", targets.Count));
        if (target <= Reached)
            return null;
        DemandRunning();
        Reached = target;
        var changes = new List<Change>
        {
            new("target", null, target.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new("price", null, HashChain.Text(targets[target - 1])),
        };
        // The last target ends it; after an earlier one it runs on.
        if (target == targets.Count)
            changes.Add(End(targets[^1]));
        return changes;
    }

    private IReadOnlyList<Change>? ReachStop()
    {
        if (State == SignalState.Closed && LastKind is LifeKind.StopReached or LifeKind.Corrected && Result == ResultAt(Stop))
            return null;
        DemandRunning();
        return [new("price", null, HashChain.Text(Stop)), End(Stop)];
    }

    private List<Change>? Move(SignalStep step)
    {
        if (step.EntryPrice is not null)
            throw Refusal.Invalid("entryPrice", Words.Of("Signal_EntryStays"));
        var (stop, targets) = (step.StopLoss ?? Stop, step.Targets ?? Targets);
        if (stop == Stop && targets.SequenceEqual(Targets))
            return null;
        DemandOpen();
        DemandTargets(targets, from: Entry);
        // A stop may be moved beyond the entry, to keep a gain, but not beyond the next target.
        if (stop * Side >= targets[Math.Min(Reached, targets.Count - 1)] * Side)
            throw Refusal.Invalid("stopLoss", Words.Of("Signal_StopBeyond"));
        if (State == SignalState.Waiting && stop * Side >= Entry * Side)
            throw Refusal.Invalid("stopLoss", Words.Of(Side > 0 ? "Signal_StopBelow" : "Signal_StopAbove"));
        var changes = new List<Change>();
        if (stop != Stop)
            changes.Add(new("stop", HashChain.Text(Stop), HashChain.Text(stop)));
        if (TextOf(targets) is var text && text != TargetText)
            changes.Add(new("targets", TargetText, text));
        (Stop, TargetText) = (stop, text);
        // Nothing was at risk before the entry.
        if (State == SignalState.Waiting)
            FirstStop = stop;
        return changes;
    }

    private IReadOnlyList<Change>? CloseAt(decimal? price)
    {
        if (State == SignalState.Closed)
            return price is null || Result == ResultAt(price.Value) ? null : throw Refusal.Conflict(Words.Of("Signal_Over"));
        DemandRunning();
        if (price is not { } at)
            throw Refusal.Invalid("price", Words.Of("Price_Positive"));
        return [new("price", null, HashChain.Text(at)), End(at)];
    }

    private IReadOnlyList<Change>? Cancel(string? why)
    {
        if (State == SignalState.Cancelled)
            return null;
        if (State == SignalState.Running)
            throw Refusal.Conflict(Words.Of("Signal_Running"));
        DemandOpen();
        if (string.IsNullOrWhiteSpace(why))
            throw Refusal.Invalid("note", Words.Of("Text_Required"));
        State = SignalState.Cancelled;
        return [];
    }

    // A mistake in the figures can be corrected while nothing depends on them; later it can only be admitted.
    private List<Change>? Correct(SignalStep step)
    {
        if (string.IsNullOrWhiteSpace(step.Note))
            throw Refusal.Invalid("note", Words.Of("Text_Required"));
        var terms = Terms with { Entry = step.EntryPrice ?? Entry, Stop = step.StopLoss ?? Stop, Targets = step.Targets ?? Targets };
        var changes = new List<Change>();
        if (terms.Entry != Entry)
            changes.Add(new("entry", HashChain.Text(Entry), HashChain.Text(terms.Entry)));
        if (terms.Stop != Stop)
            changes.Add(new("stop", HashChain.Text(Stop), HashChain.Text(terms.Stop)));
        if (TextOf(terms.Targets) is var text && text != TargetText)
            changes.Add(new("targets", TargetText, text));
        if (changes.Count > 0)
        {
            if (State != SignalState.Waiting)
                throw Refusal.Conflict(Words.Of("Signal_FiguresStay"));
            SignalTerms.Of(
                new NewSignal
                {
                    Pair = Pair,
                    Direction = Direction.ToString(),
                    EntryPrice = terms.Entry,
                    StopLoss = terms.Stop,
                    TakeProfit = terms.Targets.Count == 0 ? null : terms.Targets[0],
                    MoreTargets = [.. terms.Targets.Skip(1)],
                }
            );
            Set(terms);
        }
        else if (LastKind == LifeKind.Corrected && LastNote == step.Note.Trim())
            return null;
        Corrections++;
        LastNote = step.Note.Trim();
        return changes;
    }

    /// <summary>The words of the last correction, so that a repeat is recognised.</summary>
    public string? LastNote { get; private set; }

    private int Side => SignalTerms.SideOf(Direction);

    private decimal ResultAt(decimal price) => decimal.Round((price - Entry) * Side / Math.Abs(Entry - FirstStop), 4);

    private Change End(decimal price)
    {
        (State, Result) = (SignalState.Closed, ResultAt(price));
        return new("result", null, HashChain.Text(Result.Value));
    }

    private void DemandTargets(IReadOnlyList<decimal> targets, decimal from)
    {
        if (targets.Count is 0 or > SignalTerms.MaxTargets)
            throw Refusal.Invalid("targets", Words.Of("Signal_Targets", SignalTerms.MaxTargets));
        if (Reached > 0 && !targets.Take(Reached).SequenceEqual(Targets.Take(Reached)))
            throw Refusal.Invalid("targets", Words.Of("Signal_TargetReached"));
        if (targets.Count <= Reached)
            throw Refusal.Invalid("targets", Words.Of("Signal_TargetReached"));
        foreach (var target in targets)
        {
            if (target * Side <= from * Side)
                throw Refusal.Invalid(
                    "targets",
                    Words.Of(
                        from == Entry
                            ? Side > 0
                                ? "Signal_TargetAbove"
                                : "Signal_TargetBelow"
                            : "Signal_TargetOrder"
                    )
                );
            from = target;
        }
    }

    private void DemandOpen()
    {
        if (IsOver)
            throw Refusal.Conflict(Words.Of("Signal_Over"));
    }

    private void DemandRunning()
    {
        DemandOpen();
        if (State != SignalState.Running)
            throw Refusal.Conflict(Words.Of("Signal_Waiting"));
    }

    /// <summary>An event as written into the chain. The actor is named by role only, since customers read it.</summary>
    internal string LinkText(long position, LifeKind kind, IReadOnlyList<Change> changes, string? note, Role by) =>
        HashChain.Canonical(json =>
        {
            json.WriteNumber("position", position);
            json.WriteString("at", HashChain.Text(LastEventAt));
            json.WriteString("event", Word.Of(kind));
            json.WriteString("by", by == Role.System ? "system" : "admin");
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("name", change.Name);
                json.WriteString("from", change.From);
                json.WriteString("to", change.To);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("note", string.IsNullOrWhiteSpace(note) ? null : note.Trim());
            json.WriteStartObject("signal");
            WriteCard(json);
            json.WriteEndObject();
        });
}
