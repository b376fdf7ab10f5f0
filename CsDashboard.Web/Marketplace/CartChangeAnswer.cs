using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>What a change of a cart says: the quantity that a line has now, 0 for one that is gone.</summary>
[SnakeCase]
public sealed record CartChangeAnswer(string Message, int Quantity);
