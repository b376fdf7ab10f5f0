using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

public sealed record CannedReplyView(Guid Id, string Title, string Text, string Language);
