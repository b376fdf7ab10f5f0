using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

public sealed class CannedReplyInput
{
    [Text(100)]
    public string? Title { get; set; }

    [Text(10_000)]
    public string? Text { get; set; }

    [OneOf("en", "ar")]
    public string? Language { get; set; }
}
