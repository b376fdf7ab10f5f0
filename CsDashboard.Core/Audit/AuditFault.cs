using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

public enum AuditFault
{
    EventChanged,
    EventMissing,
    EventInserted,
    LinkChanged,
    LinkMissing,
    EndMissing,
    NoteContradicted,
    HeadContradicted,
}
