using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Reviews;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Marketplace;

/// <summary>What customers say and ask about products (contract: market, Prices and reviews). Anybody reads it.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this Api api)
    {
        api.Anyone.MapGet("/marketplace/products/{productId}/reviews", List)
            .WithTags("reviews")
            .WithName("listReviews")
            .WithSummary("A product's reviews, newest first; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.SignedIn.MapPost("/marketplace/products/{productId}/reviews", Write)
            .WithTags("reviews")
            .WithName("writeReview")
            .WithSummary("A customer's review of a product; the second is the first one written again")
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404);
        api.Anyone.MapGet("/marketplace/products/{productId}/questions", Questions)
            .WithTags("reviews")
            .WithName("listQuestions")
            .WithSummary("A product's questions with their answers, newest first; limit 1 to 100")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.SignedIn.MapPost("/marketplace/products/{productId}/questions", Ask)
            .WithTags("reviews")
            .WithName("askQuestion")
            .WithSummary("A customer asks about a product")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(429);
        api.SignedIn.MapPost("/marketplace/questions/{questionId}/answer", Answer)
            .WithTags("reviews")
            .WithName("answerQuestion")
            .WithSummary("An answer of whoever calls: a customer, or the company; only another program says for whom it is")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(429);
    }

    private static async Task<Ok<ReviewListAnswer>> List(
        HttpContext http,
        Tenants tenants,
        ProductReviews reviews,
        int productId,
        int skip = 0,
        int limit = 20
    )
    {
        var page = await reviews.List(await MarketCalls.Shopper(http, tenants), productId, skip, limit);
        return TypedResults.Ok(
            new ReviewListAnswer([.. page.Reviews.Select(r => ReviewAnswer.Of(r, productId))], page.Total, skip, limit, page.Mean)
        );
    }

    private static async Task<Ok<ReviewWrittenAnswer>> Write(
        Actor actor,
        CustomerRecords customers,
        ProductReviews reviews,
        int productId,
        Both<ReviewBody> call
    )
    {
        var body = call.Value;
        var written = (
            await reviews.Write(
                actor,
                await actor.Whose(customers, body.UserId),
                productId,
                new ReviewInput
                {
                    Rating = body.Rating,
                    Title = body.Title,
                    Comment = body.Comment,
                }
            )
        ).Review;
        return TypedResults.Ok(
            new ReviewWrittenAnswer(
                written.Number,
                ReviewTexts.Get(written.State == PostState.Published ? "Review.Thanks" : "Review.Waits"),
                written.Number,
                written.Rating,
                Word.Of(written.State)
            )
        );
    }

    private static async Task<Ok<QuestionListAnswer>> Questions(
        HttpContext http,
        Tenants tenants,
        ProductQuestions questions,
        int productId,
        int skip = 0,
        int limit = 20
    )
    {
        var page = await questions.List(await MarketCalls.Shopper(http, tenants), productId, skip, limit);
        return TypedResults.Ok(new QuestionListAnswer([.. page.Questions.Select(QuestionAnswer.Of)], page.Total, skip, limit));
    }

    private static async Task<Ok<QuestionAskedAnswer>> Ask(
        Actor actor,
        CustomerRecords customers,
        ProductQuestions questions,
        int productId,
        Both<QuestionBody> call
    )
    {
        var asked = await questions.Ask(actor, await actor.Whose(customers, call.Value.UserId), productId, call.Value.Question);
        return TypedResults.Ok(
            new QuestionAskedAnswer(
                asked.Question.Number,
                ReviewTexts.Get(asked.Question.State == PostState.Published ? "Question.Thanks" : "Question.Waits"),
                Word.Of(asked.Question.State)
            )
        );
    }

    private static async Task<Ok<AnswerAnswer>> Answer(
        Actor actor,
        CustomerRecords customers,
        ProductQuestions questions,
        int questionId,
        Both<AnswerBody> call
    )
    {
        var body = call.Value;
        Answerer? teller = null;
        if (actor.Role == Role.Service)
        {
            var role = Word.Read<AnswererRole>("user_type", body.UserType) ?? AnswererRole.Customer;
            teller = new(role == AnswererRole.Customer ? await actor.Whose(customers, body.UserId) : null, role, body.UserName);
        }
        // A customer who names another is nobody that can be found.
        else if (actor.Role == Role.Customer)
            await actor.Whose(customers, body.UserId);
        return TypedResults.Ok(AnswerAnswer.Of(await questions.Give(actor, questionId, body.Answer, teller), questionId));
    }
}
