using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Audit;

/// <summary>What is wrong: with which link of the chain, and which event where that is known.</summary>
public sealed record AuditFinding(AuditFault Fault, long Position, long? EventId);
