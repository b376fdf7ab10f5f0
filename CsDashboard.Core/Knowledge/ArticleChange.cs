using CsDashboard.Audit;

namespace CsDashboard.Knowledge;

/// <summary>What is different in one language between a version and the article as it stands now.</summary>
public sealed record ArticleChange(string Language, IReadOnlyList<DiffLine> Lines);
