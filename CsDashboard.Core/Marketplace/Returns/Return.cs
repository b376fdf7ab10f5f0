using CsDashboard.Foundation.Storage;

namespace CsDashboard.Marketplace.Returns;

/// <summary>Goods of a delivered order that come back, by line and quantity, and what goes back to the customer for them.</summary>
public sealed class Return : ITenantOwned
{
    public const int MaxText = 2_000;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The number that programs know it by: 17.</summary>
    public int SequenceNumber { get; init; }

    /// <summary>RET-20261130-9F0A3C21 (contract: market, Returns).</summary>
    public required string Number { get; init; }
    public Guid OrderId { get; init; }
    public Guid CustomerId { get; init; }
    public ReturnStatus Status { get; private set; }
    public ReturnMethod Method { get; init; }
    public ReturnReason Reason { get; init; }

    /// <summary>What the customer says about it.</summary>
    public string? Description { get; init; }

    /// <summary>What the team says to the customer about it.</summary>
    public string? Note { get; private set; }

    /// <summary>What is to go back, and once it is refunded what did, in the order's currency; null while nobody has said.</summary>
    public decimal? RefundAmount { get; private set; }

    /// <summary>Of that, for sending.</summary>
    public decimal ShippingShare { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public List<ReturnLine> Lines { get; init; } = [];

    /// <summary>What it may become next.</summary>
    public IReadOnlyList<ReturnStatus> Next => ReturnSteps.After(Status, Method);

    internal ReturnFacts Facts => new(Status, Lines.Sum(l => l.Quantity), RefundAmount);

    /// <summary>Moves on; the same again changes nothing. Conflict <c>return_step</c> for a jump, which names what may come next.</summary>
    internal bool Move(ReturnStatus to, string? note, DateTimeOffset now)
    {
        if (to == Status)
            return false;
        if (!Next.Contains(to))
            throw Refusal.Conflict(
                Next.Count == 0
                    ? Words.Of("Return_Final", Number, Word.Of(Status))
                    : Words.Of("Return_Step", Word.Of(Status), string.Join(", ", Next.Select(Word.Of))),
                "return_step"
            );
        (Status, UpdatedAt, Note) = (to, now, note ?? Note);
        return true;
    }

    /// <summary>Opened by somebody: what is in it. Invalid for a line that isn't there, or more than was to come.</summary>
    internal void Receive(IReadOnlyList<ReceivedLine>? found)
    {
        if (found?.Any(f => !Lines.Exists(l => l.Id == f.LineId)) == true)
            throw Refusal.Invalid("lines", Words.Of("Return_UnknownLine"));
        foreach (var line in Lines)
        {
            var said = found?.FirstOrDefault(f => f.LineId == line.Id);
            var quantity = said?.Quantity ?? line.Quantity;
            if (quantity < 0 || quantity > line.Quantity)
                throw Refusal.Invalid("lines", Words.Of("Range_Beyond", 0, line.Quantity));
            (line.Received, line.IsRestocked) = (quantity, said?.Restock ?? !line.Reason.IsSpoilt());
        }
    }

    internal void Settle(decimal? amount, decimal shipping) => (RefundAmount, ShippingShare) = (amount, shipping);
}
