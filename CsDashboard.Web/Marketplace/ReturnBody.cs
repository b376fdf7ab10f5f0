using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

/// <summary>A return as it is asked for; its reason under either of its names.</summary>
[SnakeCase]
public sealed class ReturnBody
{
    public string? UserId { get; set; }

    [System.Text.Json.Serialization.JsonConverter(typeof(WordOrNumber))]
    public string? OrderId { get; set; }
    public string? Reason { get; set; }
    public string? ReturnReason { get; set; }
    public string? Description { get; set; }
    public string? ReturnMethod { get; set; }
    public IReadOnlyList<ReturnItemBody>? Items { get; set; }
}
