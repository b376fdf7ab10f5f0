using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed class QuestionBody
{
    public string? UserId { get; set; }
    public string? Question { get; set; }
}
