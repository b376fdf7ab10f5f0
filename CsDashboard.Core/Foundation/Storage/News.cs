using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CsDashboard.Foundation.Storage;

/// <summary>What a transaction has to announce after its commit: its events, and topics that changed without one.</summary>
public sealed record News(IReadOnlyList<StoredEvent> Recorded, IReadOnlyList<Topic> Topics);
