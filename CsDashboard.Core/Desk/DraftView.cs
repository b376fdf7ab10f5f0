using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

public sealed record DraftView(string Text, DateTimeOffset UpdatedAt);
