namespace CsDashboard.Knowledge;

/// <param name="Words">The name under which it is dismissed.</param>
/// <param name="Said">As they were typed.</param>
public sealed record MissedSearchView(string Words, string Said, string Language, int Count, DateTimeOffset LastAt);
