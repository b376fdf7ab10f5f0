namespace CsDashboard.Knowledge;

/// <summary>An article as it stood from that moment on. The first change is 1.</summary>
/// <param name="Event">By which it is named.</param>
public sealed record ArticleVersion(long Event, int Number, DateTimeOffset At, string By, ArticleStage Stage, string Title);
