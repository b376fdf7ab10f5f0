using System.Text.Json;

namespace CsDashboard.Signals;

/// <summary>A link of the company's chain of signal events. Never changed and never removed: the database itself refuses it.</summary>
public sealed class SignalLink : Foundation.Storage.ITenantOwned
{
    private SignalLink() { }

    internal SignalLink(ChainLink link, Signal signal, LifeKind kind) =>
        (Position, Previous, Entry, Hash, SignalId, Kind, At) = (
            link.Position,
            link.Previous,
            link.Entry,
            link.Hash,
            signal.Id,
            kind,
            signal.LastEventAt
        );

    public Guid TenantId { get; set; }

    /// <summary>1, 2, 3, … within the company.</summary>
    public long Position { get; private init; }
    public string Previous { get; private init; } = "";

    /// <summary>The canonical text that was hashed.</summary>
    public string Entry { get; private init; } = "";
    public string Hash { get; private init; } = "";

    // What lists ask for; Verify compares them with the entry.
    public Guid SignalId { get; private init; }
    public LifeKind Kind { get; private init; }
    public DateTimeOffset At { get; private init; }
}
