namespace CsDashboard.Marketplace;

/// <summary>A rate of tax on an invoice, as a fraction: what it is on, and how much it is.</summary>
public sealed record InvoiceTax(decimal Rate, decimal Net, decimal Tax);
