using CsDashboard.Accounts;
using CsDashboard.Foundation.Storage;
using CsDashboard.Search;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

public sealed record ArticleView
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Category { get; init; }
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Body { get; init; }
    public required int Helpful { get; init; }
    public required int NotHelpful { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
