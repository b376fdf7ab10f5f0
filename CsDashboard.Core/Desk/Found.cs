using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Desk;

/// <summary>Something that was found: what to show, and the id or public id by which it is opened.</summary>
public sealed record Found(FoundKind Kind, string Id, string Title, string Description);
