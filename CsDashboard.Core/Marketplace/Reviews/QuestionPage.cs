namespace CsDashboard.Marketplace.Reviews;

/// <summary>Some of a product's questions, and how many there are.</summary>
public sealed record QuestionPage(IReadOnlyList<QuestionView> Questions, int Total);
