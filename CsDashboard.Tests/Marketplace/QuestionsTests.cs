using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Marketplace.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Marketplace;

/// <summary>Questions on the pages of products: who answers is who acts, and nobody waits longer than a day.</summary>
public sealed class QuestionsTests
{
    private static Task<QuestionView> Ask(House house, Actor who, int product, string text = "Does it fit in a dishwasher?") =>
        house.Get<ProductQuestions>().Ask(who, who.CustomerId!.Value, product, text);

    [Theory, EachDatabase]
    public async Task The_role_of_an_answer_is_that_of_whoever_gives_it(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, questions) = (await house.Thing(), house.Get<ProductQuestions>());
        await house.Bought(house.David, mug);
        var asked = (await Ask(house, house.Sara, mug.Product.Number)).Question.Number;
        // Whatever a customer or colleague says to be.
        var lie = new Answerer(null, AnswererRole.Admin, "The owner");
        var buyer = await questions.Give(house.David, asked, "Mine does.", lie);
        (buyer.Role, buyer.IsVerified, buyer.CustomerId).ShouldBe((AnswererRole.Customer, true, house.David.CustomerId));
        var agent = await questions.Give(house.Karim, asked, "It does.", lie);
        (agent.Role, agent.IsVerified, agent.Name).ShouldBe((AnswererRole.Seller, true, house.Karim.Name));
        (await questions.Give(house.Amina, asked, "Sure.")).Role.ShouldBe(AnswererRole.Admin);
        (await questions.Give(house.Sara, asked, "Thanks, all.")).IsVerified.ShouldBeFalse();
        var shop = house.Karim with { Role = Role.Service, UserId = null, Name = "Shop" };
        (await questions.Give(shop, asked, "Yes.", lie)).ShouldSatisfyAllConditions(
            a => a.Role.ShouldBe(AnswererRole.Admin),
            a => a.Name.ShouldBe("The owner")
        );
        var page = await questions.List(house.David, mug.Product.Number);
        page.Total.ShouldBe(1);
        page.Questions[0].Answers.Count.ShouldBe(5);
        page.Questions[0].Answers[0].Role.ShouldNotBe(AnswererRole.Customer);
        await house.Drain();
        (
            await house.Database.Ask("SELECT COUNT(*) FROM \"Notifications\" WHERE \"Kind\" = 'question' AND \"Channel\" = 'InApp'")
        ).ShouldNotBe("0");
    }

    [Theory, EachDatabase]
    public async Task What_leads_elsewhere_waits_for_the_team(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, questions) = ((await house.Thing()).Product.Number, house.Get<ProductQuestions>());
        var held = (await Ask(house, house.Sara, mug, "Is it the one at www.cheap.example?")).Question;
        held.State.ShouldBe(PostState.Held);
        (await questions.List(house.David, mug)).Total.ShouldBe(0);
        (await questions.Queue(house.Karim)).Items.Single().Question.Number.ShouldBe(held.Number);
        (await Should.ThrowAsync<Refusal>(() => questions.Give(house.David, held.Number, "Yes"))).Kind.ShouldBe(RefusalKind.NotFound);
        await questions.Decide(house.Karim, held.Number, publish: true);
        var answer = await questions.Give(house.David, held.Number, "Call me: +966 50 123 4567");
        answer.State.ShouldBe(PostState.Held);
        (await questions.List(house.David, mug)).Questions[0].Answers.ShouldBeEmpty();
        await questions.DecideAnswer(house.Karim, answer.Number, publish: true);
        (await questions.List(house.David, mug)).Questions[0].Answers.Count.ShouldBe(1);
        (await questions.Waiting(house.Karim)).ShouldBe(0);
        (await Should.ThrowAsync<Refusal>(() => questions.Decide(house.Sara, held.Number, false))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await Should.ThrowAsync<Refusal>(() => questions.DecideAnswer(house.Olga, answer.Number, false))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    [Theory, EachDatabase]
    public async Task A_question_that_nobody_answers_for_a_day_is_a_ticket_once(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (mug, questions) = ((await house.Thing()).Product.Number, house.Get<ProductQuestions>());
        await Ask(house, house.Sara, mug);
        var answered = (await Ask(house, house.David, mug, "And in a microwave?")).Question.Number;
        await questions.Give(house.Karim, answered, "Yes.");
        var product = Actor.System(house.Karim.TenantId, house.Clock);
        async Task<int> Tickets()
        {
            await questions.HandOver(product);
            await house.Drain();
            return int.Parse(
                await house.Database.Ask("SELECT COUNT(*) FROM \"Tickets\""),
                System.Globalization.CultureInfo.InvariantCulture
            );
        }
        (await Tickets()).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromHours(25));
        (await Tickets()).ShouldBe(1);
        (await Tickets()).ShouldBe(1);
        (await house.Database.Ask("SELECT \"Body\" FROM \"Messages\"")).ShouldBe("Does it fit in a dishwasher?");
    }

    [Theory, EachDatabase]
    public async Task Bad_input_and_strangers_are_refused_and_few_an_hour_are_enough(DatabaseKind kind)
    {
        await using var house = await House.On(kind, s => s.Configure<Settings>(x => x.RateLimit = new()));
        var (mug, questions) = ((await house.Thing()).Product.Number, house.Get<ProductQuestions>());
        (await Should.ThrowAsync<Refusal>(() => Ask(house, house.Sara, mug, " "))).Fields[0].Field.ShouldBe("question");
        (await Should.ThrowAsync<Refusal>(() => Ask(house, house.Sara, mug, new string('x', 2_001)))).Fields[0].Field.ShouldBe("question");
        (await Should.ThrowAsync<Refusal>(() => Ask(house, house.Oskar, mug))).Kind.ShouldBe(RefusalKind.NotFound);
        var asked = (await Ask(house, house.Sara, mug)).Question.Number;
        (await Should.ThrowAsync<Refusal>(() => questions.Give(house.Oskar, asked, "x"))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => questions.Give(house.David, asked, ""))).Fields[0].Field.ShouldBe("answer");
        for (var i = 1; i < ProductQuestions.AnHour; i++)
            await Ask(house, house.Sara, mug, $"Question {i}?");
        (await Should.ThrowAsync<Refusal>(() => Ask(house, house.Sara, mug))).Kind.ShouldBe(RefusalKind.TooMany);
    }
}
