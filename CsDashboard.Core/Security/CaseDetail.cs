using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Security;

public sealed record CaseDetail(
    CaseRow Row,
    string Text,
    string? Evidence,
    string? Agent,
    DateTimeOffset? ResolvedAt,
    IReadOnlyList<CaseNoteView> Notes
);
