using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Merging;

/// <summary>Records of which something is equal: what, and the first few of them, the oldest first.</summary>
public sealed record DuplicateGroup(string Key, int Count, IReadOnlyList<DuplicateRow> Rows);
