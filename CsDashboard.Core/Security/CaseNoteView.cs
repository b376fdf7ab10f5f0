using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record CaseNoteView(DateTimeOffset At, string Author, string Text);
