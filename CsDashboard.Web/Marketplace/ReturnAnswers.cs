using CsDashboard.Foundation;
using CsDashboard.Marketplace.Returns;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record ReturnLineAnswer(string Name, int Quantity, string Reason, int? Received);

[SnakeCase]
public sealed record ReturnAnswer
{
    public required int Id { get; init; }
    public required int ReturnId { get; init; }
    public required string ReturnNumber { get; init; }
    public required string OrderNumber { get; init; }
    public required string UserId { get; init; }
    public required string Status { get; init; }
    public required string Reason { get; init; }
    public required string? Description { get; init; }
    public required string ReturnMethod { get; init; }
    public required decimal? RefundAmount { get; init; }

    /// <summary>The most that can go back as far as it has come.</summary>
    public required decimal Refundable { get; init; }
    public required string Currency { get; init; }
    public required IReadOnlyList<ReturnLineAnswer> Items { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public string? Message { get; init; }

    internal static ReturnAnswer Of(ReturnView view) =>
        new()
        {
            Id = view.Return.SequenceNumber,
            ReturnId = view.Return.SequenceNumber,
            ReturnNumber = view.Return.Number,
            OrderNumber = view.Order.Number,
            UserId = view.Return.CustomerId.ToString(),
            Status = Word.Of(view.Return.Status),
            Reason = Word.Of(view.Return.Reason),
            Description = view.Return.Description,
            ReturnMethod = Word.Of(view.Return.Method),
            RefundAmount = view.Return.RefundAmount,
            Refundable = view.Ceiling,
            Currency = view.Order.Currency,
            Items = [.. view.Return.Lines.Select(l => new ReturnLineAnswer(l.Name, l.Quantity, Word.Of(l.Reason), l.Received))],
            CreatedAt = view.Return.CreatedAt,
            UpdatedAt = view.Return.UpdatedAt == default ? view.Return.CreatedAt : view.Return.UpdatedAt,
        };
}

[SnakeCase]
public sealed record ReturnListAnswer(IReadOnlyList<ReturnAnswer> Returns);
