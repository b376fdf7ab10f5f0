namespace CsDashboard.Marketplace.Payments;

/// <summary>A line of the book of payments.</summary>
public sealed record PaymentView(string Provider, string Reference, PaymentKind Kind, decimal Amount, DateTimeOffset At, string? By);
