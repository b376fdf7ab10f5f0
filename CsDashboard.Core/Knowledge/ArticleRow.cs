using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

public sealed record ArticleRow(Guid Id, string Slug, string Category, string Language, string Title, string Summary);
