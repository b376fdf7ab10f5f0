using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record OrderMovedAnswer(object Id, string OrderNumber, string Status, IReadOnlyList<string> NextStatuses);
