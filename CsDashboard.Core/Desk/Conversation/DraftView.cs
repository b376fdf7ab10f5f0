using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk.Conversation;

public sealed record DraftView(string Text, DateTimeOffset UpdatedAt);
