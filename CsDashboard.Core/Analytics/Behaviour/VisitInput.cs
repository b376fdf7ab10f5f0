namespace CsDashboard.Analytics.Behaviour;

/// <summary>By what somebody visits; what isn't said is unknown.</summary>
public sealed record VisitInput(string? Device, string? Browser, string? Os, string? Address, string? Agent);
