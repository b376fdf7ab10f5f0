using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record MarketOrdersAnswer(IReadOnlyList<MarketOrderAnswer> Orders, int Total, int Skip, int Limit);
