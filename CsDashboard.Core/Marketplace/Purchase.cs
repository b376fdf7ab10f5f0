using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace;

/// <summary>An order of the history: all of them are listed, with their status; the category is the one of most value.</summary>
/// <param name="Amount">As the shop reported it.</param>
/// <param name="Worth">In the company's currency; null while no rate is there.</param>
public sealed record Purchase(
    Guid Id,
    string Number,
    DateTimeOffset PlacedAt,
    Money Amount,
    Money? Worth,
    string? Category,
    OrderStatus Status,
    string Word
);
