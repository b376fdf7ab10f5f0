using CsDashboard.Web.Server;

namespace CsDashboard.Web.Security;

[SnakeCase]
public sealed class TransactionBody
{
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }
    public string? TransactionId { get; set; }
}
