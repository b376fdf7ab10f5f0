using CsDashboard.Customers.Figures;
using CsDashboard.Customers.Privacy;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Marketplace;
using CsDashboard.Marketplace.Catalogue;
using CsDashboard.Marketplace.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Marketplace;

/// <summary>What customers say of products: once each, by the mean, with a badge for who had it, and what the team reads first.</summary>
public sealed class ReviewsTests
{
    private static ReviewInput Said(int stars, string comment = "It does what it should.") =>
        new()
        {
            Rating = stars,
            Title = "Mine",
            Comment = comment,
        };

    private static Task<ReviewView> Write(House house, CsDashboard.Foundation.Actor who, int product, ReviewInput input) =>
        house.Get<ProductReviews>().Write(who, who.CustomerId!.Value, product, input);

    private static async Task<(int Count, int Mean)> Rating(House house, int product)
    {
        var known = (await house.Get<Products>().Of(house.Amina, product)).Product;
        return (known.RatingCount, known.Rating);
    }

    [Theory, EachDatabase]
    public async Task A_second_review_is_the_first_one_edited_and_the_mean_follows(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = (await house.Thing()).Product.Number;
        var first = await Write(house, house.Sara, mug, Said(5));
        await Write(house, house.David, mug, Said(2));
        (await Rating(house, mug)).ShouldBe((2, 350));
        var again = await Write(house, house.Sara, mug, Said(3));
        again.Review.Number.ShouldBe(first.Review.Number);
        (await Rating(house, mug)).ShouldBe((2, 250));
        var page = await house.Get<ProductReviews>().List(house.David, mug);
        (page.Total, page.Mean).ShouldBe((2, 2.5m));
        page.ByStars.ShouldBe([0, 1, 1, 0, 0]);
        page.Reviews.Select(r => r.Name).ShouldNotContain(n => n.Contains('@'));
        (await house.Get<ProductReviews>().List(house.David, mug, 1, 1)).Reviews.Count.ShouldBe(1);
    }

    public static readonly TheoryData<string, PostDoubt> Leading = new()
    {
        { "See https://cheap.example/mug", PostDoubt.Link },
        { "Better at cheap-mugs.com", PostDoubt.Link },
        { "Write to me@example.org", PostDoubt.Email },
        { "Call +966 50 123 4567", PostDoubt.Phone },
        { "اتصل على ٠٥٠١٢٣٤٥٦٧", PostDoubt.Phone },
        { "It cost 1,200.50 and came on 12/11/2026.", PostDoubt.None },
        { "Great.Really great. 10/10", PostDoubt.None },
    };

    [Theory, MemberData(nameof(Leading))]
    public void A_text_that_leads_elsewhere_is_seen(string text, PostDoubt doubt) => Screening.Of("Mine", text).ShouldBe(doubt);

    [Theory, EachDatabase]
    public async Task What_leads_elsewhere_waits_and_counts_only_once_it_is_published(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, reviews) = ((await house.Thing()).Product.Number, house.Get<ProductReviews>());
        var held = (await Write(house, house.Sara, mug, Said(5, "All at www.example.com"))).Review;
        (held.State, held.Doubt).ShouldBe((PostState.Held, PostDoubt.Link));
        (await Rating(house, mug)).ShouldBe((0, 0));
        (await reviews.List(house.David, mug)).Total.ShouldBe(0);
        (await reviews.Queue(house.Karim, PostState.Held)).Items.Single().Review.Number.ShouldBe(held.Number);
        await reviews.Decide(house.Karim, held.Number, publish: true);
        await reviews.Decide(house.Karim, held.Number, publish: true);
        (await Rating(house, mug)).ShouldBe((1, 500));
        await reviews.Answer(house.Karim, held.Number, "Thank you!");
        (await reviews.List(house.David, mug)).Reviews.Single().Reply.ShouldBe("Thank you!");
        // Turned down, it comes back only through the team.
        await reviews.Decide(house.Karim, held.Number, publish: false);
        (await Rating(house, mug)).ShouldBe((0, 0));
        (await Write(house, house.Sara, mug, Said(4))).Review.State.ShouldBe(PostState.Held);
        (await Should.ThrowAsync<Refusal>(() => reviews.Decide(house.Sara, held.Number, true))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => reviews.Decide(house.Olga, held.Number, true))).Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_fifth_single_star_within_an_hour_from_new_accounts_waits(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, reviews) = ((await house.Thing()).Product.Number, house.Get<ProductReviews>());
        var states = new List<PostState>();
        for (var i = 0; i < 6; i++)
        {
            var someone = await house
                .Get<CsDashboard.Customers.CustomerRecords>()
                .Add(house.Karim, new() { Name = $"New {i}", Email = $"new{i}@example.com" });
            states.Add((await reviews.Write(house.Karim, someone.Id, mug, Said(1))).Review.State);
        }
        states.ShouldBe([.. Enumerable.Repeat(PostState.Published, 4), PostState.Held, PostState.Held]);
    }

    [Theory, EachDatabase]
    public async Task Who_had_it_has_the_badge_and_earns_points_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, sara) = (await house.Thing(), house.Sara.CustomerId!.Value);
        await house.Bought(house.David, mug);
        (await Write(house, house.David, mug.Product.Number, Said(5))).Review.IsVerified.ShouldBeTrue();
        (await Write(house, house.Sara, mug.Product.Number, Said(5))).Review.IsVerified.ShouldBeFalse();
        await house.Drain();
        async Task<int> Earned(CsDashboard.Foundation.Actor who) =>
            (await house.Get<Points>().Entries(who, who.CustomerId!.Value)).Items.Count(e =>
                e.Why.Contains("Mug") || e.Why.Contains("review")
            );
        (await Earned(house.David)).ShouldBe(1);
        (await Earned(house.Sara)).ShouldBe(0);
        await Write(house, house.David, mug.Product.Number, Said(4));
        await house.Drain();
        (await Earned(house.David)).ShouldBe(1);
        // It arrives after the review was written.
        await house.Bought(house.Sara, mug);
        await house.Drain();
        await house.Drain();
        (await house.Get<ProductReviews>().Mine(house.Sara, sara, mug.Product.Number)).Review!.IsVerified.ShouldBeTrue();
        (await Earned(house.Sara)).ShouldBe(1);
        (await house.Get<Spending>().Engagement(house.Sara, sara)).Reviews.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_company_may_want_to_hear_from_buyers_alone(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, reviews) = (await house.Thing(), house.Get<ProductReviews>());
        await house.Bought(house.David, mug);
        await reviews.SetTerms(house.Amina, onlyBuyers: true);
        (await Should.ThrowAsync<Refusal>(() => Write(house, house.Sara, mug.Product.Number, Said(5)))).Code.ShouldBe("review_buyers_only");
        await Write(house, house.David, mug.Product.Number, Said(5));
        (await Should.ThrowAsync<Refusal>(() => reviews.SetTerms(house.Karim, false))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory, EachDatabase]
    public async Task An_erased_customers_review_has_no_name_and_no_words_and_the_mean_stays(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = (await house.Thing()).Product.Number;
        await Write(house, house.Sara, mug, Said(5));
        await Write(house, house.David, mug, Said(2));
        await house.Erase(house.Sara);
        (await Rating(house, mug)).ShouldBe((2, 350));
        var left = (await house.Get<ProductReviews>().List(house.David, mug)).Reviews.Single(r => r.CustomerId is null);
        (left.Rating, left.Name, left.Title, left.Comment).ShouldBe((5, "", "", ""));
    }

    [Theory, EachDatabase]
    public async Task Bad_stars_other_companies_and_hidden_products_are_refused(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var mug = (await house.Thing()).Product.Number;
        foreach (var stars in new int?[] { null, 0, 6, -1 })
            (await Should.ThrowAsync<Refusal>(() => Write(house, house.Sara, mug, Said(5).With(stars)))).Fields[0].Field.ShouldBe("rating");
        (await Should.ThrowAsync<Refusal>(() => Write(house, house.Sara, mug, Said(5, " ")))).Fields[0].Field.ShouldBe("comment");
        (await Should.ThrowAsync<Refusal>(() => Write(house, house.Sara, 999, Said(5)))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => Write(house, house.Oskar, mug, Said(5)))).Kind.ShouldBe(RefusalKind.NotFound);
        (
            await Should.ThrowAsync<Refusal>(() =>
                house.Get<ProductReviews>().Write(house.David, house.Sara.CustomerId!.Value, mug, Said(5))
            )
        ).Kind.ShouldBe(RefusalKind.NotFound);
    }
}
