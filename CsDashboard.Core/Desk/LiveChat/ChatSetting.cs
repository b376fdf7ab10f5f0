using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Desk.LiveChat;

/// <summary>
/// A company's settings as they are kept; without a row, <see cref="CsDashboard.Desk.LiveChat.ChatSettings.Usual"/> holds.
/// </summary>
public sealed class ChatSetting : ITenantOwned
{
    public Guid TenantId { get; set; }
    public string Json { get; set; } = "";

    public ChatSettings Read() => JsonSerializer.Deserialize<ChatSettings>(Json, StoredEvent.Json)!;

    public void Set(ChatSettings settings) => Json = JsonSerializer.Serialize(settings, StoredEvent.Json);
}
