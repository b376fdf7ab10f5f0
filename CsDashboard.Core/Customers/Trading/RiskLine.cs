using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>One addend of the score: what it is for, the value of 0 to 100 and its weight.</summary>
public sealed record RiskLine(string Key, string Word, int Value, decimal Weight)
{
    public decimal Points => Value * Weight;
}
