using CsDashboard.Web.Server;

namespace CsDashboard.Web.Analytics;

[SnakeCase]
public sealed record VisitAnswer(Guid SessionId, string Message);

/// <summary>Recorded is false for what a visit holds no more; SessionId is the one that counted it.</summary>
[SnakeCase]
public sealed record HitAnswer(string Message, bool Recorded, Guid? SessionId = null);

[SnakeCase]
public sealed record DoneAnswer(string Message);

[SnakeCase]
public sealed record PersonAnswer(
    string UserId,
    int PeriodDays,
    PersonVisitsAnswer Sessions,
    IEnumerable<PageTimeAnswer> TopPages,
    IEnumerable<EventCountAnswer> Interactions,
    IEnumerable<EventCountAnswer> MarketplaceEvents
);

[SnakeCase]
public sealed record PersonVisitsAnswer(int Total, double AvgDuration, int TotalPageViews, int TotalInteractions);

[SnakeCase]
public sealed record PageTimeAnswer(string PageUrl, int Views, double AvgTime);

[SnakeCase]
public sealed record EventCountAnswer(string EventType, int Count);

[SnakeCase]
public sealed record PlatformAnswer(
    int PeriodDays,
    OverviewAnswer Overview,
    IEnumerable<DayUsersAnswer> DailyUsers,
    IEnumerable<PageViewsAnswer> TopPages,
    IEnumerable<EventCountAnswer> MarketplaceEvents,
    ConversionsAnswer Conversions
);

[SnakeCase]
public sealed record OverviewAnswer(
    int TotalSessions,
    int UniqueUsers,
    double AvgSessionDuration,
    int TotalPageViews,
    int TotalInteractions
);

[SnakeCase]
public sealed record DayUsersAnswer(DateOnly Date, int Users);

[SnakeCase]
public sealed record PageViewsAnswer(string PageUrl, int Views);

[SnakeCase]
public sealed record ConversionsAnswer(int Total, decimal TotalRevenue, decimal AvgOrderValue, int Claimed);

[SnakeCase]
public sealed record NowAnswer(int ActiveSessions, int ActiveUsers, int TotalPageViews, int TotalInteractions, DateTimeOffset Timestamp);

[SnakeCase]
public sealed record InsightsAnswer(IEnumerable<InsightAnswer> Insights);

[SnakeCase]
public sealed record InsightAnswer(string Type, string Title, string Message, string Priority);
