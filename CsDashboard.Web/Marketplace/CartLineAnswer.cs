using CsDashboard.Foundation;
using CsDashboard.Marketplace.Carts;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record CartLineAnswer
{
    public string? Message { get; init; }
    public required int Id { get; init; }
    public required string UserId { get; init; }
    public required int ProductId { get; init; }
    public required Guid VariantId { get; init; }
    public required string Name { get; init; }
    public required int Quantity { get; init; }
    public required decimal Price { get; init; }
    public required decimal Total { get; init; }

    /// <summary>none, gone, sold_out, too_many, too_few.</summary>
    public required string Problem { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    internal static CartLineAnswer Of(CartLineView line, string userId, string? message = null) =>
        new()
        {
            Message = message,
            Id = line.Number,
            UserId = userId,
            ProductId = line.ProductNumber,
            VariantId = line.VariantId,
            Name = line.Label.Length > 0 ? $"{line.Name}, {line.Label}" : line.Name,
            Quantity = line.Quantity,
            Price = line.UnitPrice,
            Total = line.Total,
            Problem = Word.Of(line.Fault),
            AddedAt = line.AddedAt,
        };
}
