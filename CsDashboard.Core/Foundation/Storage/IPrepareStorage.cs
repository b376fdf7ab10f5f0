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

/// <summary>
/// What a room needs in the database that a migration of the model can't express, such as a full-text table. Runs at every
/// start, right after the migrations; it must be safe to repeat.
/// </summary>
public interface IPrepareStorage
{
    Task Prepare(AppDb db, CancellationToken cancellation);
}
