using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Merging;

/// <summary>Records that share something: what it is, and the first few of them, oldest first.</summary>
public sealed record DuplicateGroup(string Key, int Count, IReadOnlyList<DuplicateRow> Rows);
