namespace CsDashboard.Web.Kit;

/// <summary>The ids of the files that have arrived; busy while others are on their way.</summary>
public sealed record TakenFiles(string[] Files, bool Busy);
