using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

public sealed record CustomerNoteView(Guid Id, string Text, string Author, DateTimeOffset At);
