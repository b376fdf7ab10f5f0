using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Audit;

/// <summary>What can be chosen: kinds of things and actions that occur.</summary>
public sealed record AuditChoices(IReadOnlyList<string> Tables, IReadOnlyList<string> Actions);
