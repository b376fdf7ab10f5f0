namespace CsDashboard.Analytics.Behaviour;

/// <summary>Visits with an event within thirty minutes that have not ended, and what they hold.</summary>
public sealed record BehaviourNow(int Visits, int People, int Pages, int Interactions);
