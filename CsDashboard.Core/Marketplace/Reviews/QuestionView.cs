namespace CsDashboard.Marketplace.Reviews;

/// <summary>A question with its answers, the company's first, and the product it is of.</summary>
public sealed record QuestionView(Question Question, IReadOnlyList<Answer> Answers, int Product, string Slug, string ProductName);
