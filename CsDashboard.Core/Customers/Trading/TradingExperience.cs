using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

[Spelt(Spelling.Title)]
public enum TradingExperience
{
    Beginner,
    Intermediate,
    Advanced,
    Expert,
}
