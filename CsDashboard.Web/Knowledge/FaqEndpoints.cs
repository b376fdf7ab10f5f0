using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Knowledge;

/// <summary>Frequent questions for anybody, in the language of the caller (contract: membership, Chat and FAQ).</summary>
internal static class FaqEndpoints
{
    public static void MapFaq(this Api api)
    {
        var faq = api.Anyone.MapGroup("/customer-id/support-chat").WithTags("support-chat");
        faq.MapGet("/faq", List)
            .WithName("listFaq")
            .WithSummary("The frequent questions in their order; category narrows them")
            .ProducesProblem(400);
        faq.MapGet("/faq/search", Search)
            .WithName("searchFaq")
            .WithSummary("At most ten frequent questions that have the words of query")
            .ProducesProblem(400);
        faq.MapGet("/categories", Categories).WithName("listFaqCategories").WithSummary("The six categories with three topics each");
    }

    private static async Task<Ok<Enveloped<FaqAnswer[]>>> List(HttpContext http, Faq faq, Tenants tenants, string? category = null) =>
        MemberCalls.Enveloped(
            (await faq.List(await MemberCalls.AnyActor(http, tenants), Words.Language, category))
                .Select(f => new FaqAnswer(f.Id, f.Question, f.Answer, f.Category, f.Helpful, f.Views))
                .ToArray()
        );

    private static async Task<Ok<Enveloped<FaqHitAnswer[]>>> Search(HttpContext http, Faq faq, Tenants tenants, string? query = null) =>
        MemberCalls.Enveloped(
            (await faq.Search(await MemberCalls.AnyActor(http, tenants), query, Words.Language))
                .Select(f => new FaqHitAnswer(f.Id, f.Question, f.Answer, f.Category, f.Relevance))
                .ToArray()
        );

    private static Ok<Enveloped<IReadOnlyList<FaqCategory>>> Categories() => MemberCalls.Enveloped(Faq.Categories(Words.Language));
}
