using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

public sealed record FaqView(
    Guid Id,
    string Slug,
    string Language,
    string Question,
    string Answer,
    string Category,
    int Helpful,
    int Views
);
