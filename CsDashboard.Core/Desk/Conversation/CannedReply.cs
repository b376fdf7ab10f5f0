using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

/// <summary>A ready-made answer with variables such as {{customer.name}}.</summary>
public sealed class CannedReply : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    public string Language { get; set; } = "en";
}
