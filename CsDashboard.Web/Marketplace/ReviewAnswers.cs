using CsDashboard.Foundation;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Marketplace;

[SnakeCase]
public sealed record ReviewAnswer
{
    public required int Id { get; init; }
    public required int ProductId { get; init; }
    public required string UserName { get; init; }
    public required int Rating { get; init; }
    public required string Title { get; init; }
    public required string Comment { get; init; }
    public required bool IsVerifiedPurchase { get; init; }
    public required string Status { get; init; }
    public required string? Reply { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    internal static ReviewAnswer Of(Review review, int product) =>
        new()
        {
            Id = review.Number,
            ProductId = product,
            UserName = review.Name,
            Rating = review.Rating,
            Title = review.Title,
            Comment = review.Comment,
            IsVerifiedPurchase = review.IsVerified,
            Status = Word.Of(review.State),
            Reply = review.Reply,
            CreatedAt = review.CreatedAt,
            UpdatedAt = review.UpdatedAt,
        };
}

[SnakeCase]
public sealed record ReviewListAnswer(IReadOnlyList<ReviewAnswer> Reviews, int Total, int Skip, int Limit, decimal Rating);

[SnakeCase]
public sealed record ReviewWrittenAnswer(int ReviewId, string Message, int Id, int Rating, string Status);

[SnakeCase]
public sealed record QuestionAnswer
{
    public required int Id { get; init; }
    public required int ProductId { get; init; }
    public required string UserName { get; init; }
    public required string Question { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<AnswerAnswer> Answers { get; init; }

    internal static QuestionAnswer Of(QuestionView view) =>
        new()
        {
            Id = view.Question.Number,
            ProductId = view.Product,
            UserName = view.Question.Name,
            Question = view.Question.Text,
            CreatedAt = view.Question.CreatedAt,
            Answers = [.. view.Answers.Select(a => AnswerAnswer.Of(a, view.Question.Number))],
        };
}

[SnakeCase]
public sealed record AnswerAnswer
{
    public required int Id { get; init; }
    public required int QuestionId { get; init; }
    public required string UserName { get; init; }
    public required string UserType { get; init; }
    public required string Answer { get; init; }
    public required bool IsVerified { get; init; }
    public required string Status { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal static AnswerAnswer Of(Answer answer, int question) =>
        new()
        {
            Id = answer.Number,
            QuestionId = question,
            UserName = answer.Name,
            UserType = Word.Of(answer.Role),
            Answer = answer.Text,
            IsVerified = answer.IsVerified,
            Status = Word.Of(answer.State),
            CreatedAt = answer.CreatedAt,
        };
}

[SnakeCase]
public sealed record QuestionListAnswer(IReadOnlyList<QuestionAnswer> Questions, int Total, int Skip, int Limit);

[SnakeCase]
public sealed record QuestionAskedAnswer(int QuestionId, string Message, string Status);
