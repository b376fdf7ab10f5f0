using CsDashboard.Foundation.Storage;

namespace CsDashboard.Analytics.Behaviour;

/// <summary>Whoever keeps the orders says what one is worth. It stands above, so the arrow is turned round.</summary>
public interface IKnowOrders
{
    /// <summary>What an order of that number is worth in the company's currency; null when there is none.</summary>
    Task<decimal?> Worth(AppDb db, string number);
}
