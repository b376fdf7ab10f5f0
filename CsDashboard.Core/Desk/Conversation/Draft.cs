using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.Conversation;

/// <summary>What a user has typed and not sent, by the box it stands in.</summary>
public sealed class Draft : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid UserId { get; init; }

    /// <summary>The box; a <see cref="BoxKey"/>.</summary>
    public required string Key { get; init; }
    public string Text { get; set; } = "";
    public DateTimeOffset UpdatedAt { get; set; }
}
