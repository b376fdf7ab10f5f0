using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Search;

/// <summary>A text that was found. The excerpt is what stands around the first match, as it was written.</summary>
public sealed record SearchHit(long RowId, string Kind, Guid SubjectId, Guid? ParentId, DateTimeOffset At, string Title, string Excerpt);
