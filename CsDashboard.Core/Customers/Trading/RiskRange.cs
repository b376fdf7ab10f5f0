using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>
/// One limit of a risk plan: its name in the contract, its range, the step of its slider and its unit (contract: enhanced, Risk plan).
/// </summary>
public sealed record RiskRange(string Name, decimal Least, decimal Most, decimal Step, string Unit);
