using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>An answer; who gives it is who calls. Only another program says for whom it is.</summary>
[SnakeCase]
public sealed class AnswerBody
{
    public string? UserId { get; set; }
    public string? Answer { get; set; }
    public string? UserName { get; set; }
    public string? UserType { get; set; }
}
