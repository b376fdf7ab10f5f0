namespace CsDashboard.Security.Payments;

/// <summary>
/// All is how many payments were looked at, Held how many of them would not be safe, WasHeld how many were not at the time.
/// </summary>
public sealed record RulesTried(int All, int Held, int WasHeld, IReadOnlyList<(PaymentCheck Check, PaymentVerdict Verdict)> Newest);
