using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Events;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Marketplace.Reviews;

internal static class ReviewsRoom
{
    public static IServiceCollection AddReviews(this IServiceCollection services) =>
        services
            .AddSingleton<ProductReviews>()
            .AddSingleton<ProductQuestions>()
            .AddSingleton<ITallyOfCustomer, ReviewsTally>()
            .AddSingleton<PersonalData, ReviewsOfCustomers>()
            .AddSingleton<PersonalData, QuestionsOfCustomers>()
            .AddSingleton<PersonalData, AnswersOfCustomers>()
            .AddHandler<ReviewsFollow>()
            .AddHandler<ReviewNotices>()
            .AddHandler<QuestionTickets>();
}
