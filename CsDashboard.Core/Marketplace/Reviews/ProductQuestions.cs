using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

/// <summary>
/// Questions on the pages of products, and who answers them. What the team does with them is in ProductQuestions.Handling.
/// </summary>
public sealed partial class ProductQuestions(Store store, Shares shares, ShelfReads shelves)
{
    /// <summary>How many a customer asks or answers within an hour.</summary>
    public const int AnHour = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// The published ones of a product with their answers, the latest first, for anybody. Invalid for a limit outside 1 to 100, NotFound
    /// for a product that is not on sale.
    /// </summary>
    public async Task<QuestionPage> List(Actor actor, int product, int skip = 0, int limit = 20)
    {
        ListPart.DemandSkip(skip, limit);
        return await shelves.Beside(actor, ("questions", product, skip, limit, actor.Language), db => Read(db, product, skip, limit));
    }

    private static async Task<QuestionPage> Read(AppDb db, int product, int skip, int limit)
    {
        var about = await Shelved.Find(db, product);
        var shown = db.Questions.Where(q => q.ProductId == about.Id && q.State == PostState.Published);
        var part = await shown.OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Number).Skip(skip).Take(limit).ToListAsync();
        return new(await Views(db, part, all: false), await shown.CountAsync());
    }

    /// <summary>
    /// A customer asks; staff may for a customer. One with a link, an e-mail or a phone number waits for the team. Invalid, with field
    /// question; NotFound; TooMany beyond twenty within an hour.
    /// </summary>
    public Task<QuestionView> Ask(Actor actor, Guid customerId, int product, string? text)
    {
        actor.DemandFor(customerId, MarketRights.Sell);
        var said = new PostText { Text = text }.Read("question")!;
        return store.Write(
            actor,
            async db =>
            {
                var (about, author) = (await Shelved.Find(db, product), await CustomerRecords.Find(db, customerId));
                await shares.Demand(
                    actor,
                    "Share_Questions",
                    AnHour,
                    Hour,
                    db.Questions.Where(q => q.CustomerId == customerId).Select(q => q.CreatedAt)
                );
                var question = Question.Asked(
                    new Question
                    {
                        Number = await Sequences.Next(db, "question"),
                        ProductId = about.Id,
                        CustomerId = customerId,
                        Name = PersonName.Short(author.Name),
                        Text = said,
                        Doubt = Screening.Of(said),
                        CreatedAt = actor.Now,
                    }
                );
                db.Questions.Add(question);
                db.Record(new QuestionAsked(question.Id, question.Number, customerId, about.Id, about.NameEn, question.State));
                return new QuestionView(question, [], about.Number, about.Slug, about.Name(actor.Language));
            }
        );
    }

    /// <summary>
    /// An answer, of whoever acts: customers as themselves, agents and admins as the company. Only another program says for whom it is.
    /// A customer's with a link, an e-mail or a phone number waits for the team. Invalid, with field answer; NotFound; TooMany beyond
    /// twenty within an hour.
    /// </summary>
    public Task<Answer> Give(Actor actor, int question, string? text, Answerer? teller = null)
    {
        if (actor.Role != Role.Customer)
            actor.Demand(MarketRights.Sell);
        var said = new PostText { Text = text }.Read("answer")!;
        return store.Write(
            actor,
            async db =>
            {
                var asked =
                    await db.Questions.SingleOrDefaultAsync(q => q.Number == question && q.State == PostState.Published)
                    ?? throw Refusal.NotFound();
                var about =
                    await Products.OnSale(db, db.Products).SingleOrDefaultAsync(p => p.Id == asked.ProductId) ?? throw Refusal.NotFound();
                var (customer, role, name) = await Who(db, teller);
                await shares.Demand(
                    actor,
                    "Share_Answers",
                    AnHour,
                    Hour,
                    db.Answers.Where(a => a.CustomerId == customer).Select(a => a.CreatedAt)
                );
                var answer = Answer.Given(
                    new Answer
                    {
                        Number = await Sequences.Next(db, "answer"),
                        QuestionId = asked.Id,
                        CustomerId = customer,
                        Name = name,
                        Role = role,
                        Text = said,
                        IsVerified = customer is not { } buyer || await DeliveredLines.Has(db, buyer, about.Id),
                        Doubt = customer is null ? PostDoubt.None : Screening.Of(said),
                        CreatedAt = actor.Now,
                    }
                );
                db.Answers.Add(answer);
                if (answer.State == PostState.Published)
                    Tell(db, asked, answer, about);
                return answer;
            }
        );
    }

    private static async Task<(Guid? Customer, AnswererRole Role, string Name)> Who(AppDb db, Answerer? teller)
    {
        var actor = db.Actor;
        async Task<(Guid?, AnswererRole, string)> Customer(Guid id) =>
            (id, AnswererRole.Customer, PersonName.Short((await CustomerRecords.Find(db, id)).Name));
        return actor.Role switch
        {
            Role.Customer => await Customer(actor.DemandCustomer()),
            Role.Agent => (null, AnswererRole.Seller, actor.Name),
            Role.Admin => (null, AnswererRole.Admin, actor.Name),
            Role.Service or Role.System => teller is { Role: AnswererRole.Customer }
                ? await Customer(teller.CustomerId ?? throw Refusal.Invalid("user_id", Words.Of("Text_Required")))
                : (null, teller?.Role ?? AnswererRole.Seller, NameIn(teller) ?? await NameOfCompany(db)),
        };
    }

    private static string? NameIn(Answerer? teller) =>
        teller?.Name?.Trim() is { Length: > 0 and <= 200 } name && TextAttribute.CanBeStored(name) ? name : null;

    private static Task<string> NameOfCompany(AppDb db) =>
        db.Tenants.Where(t => t.Id == db.Actor.TenantId).Select(t => t.Name).SingleAsync();

    private static void Tell(AppDb db, Question asked, Answer answer, Product about)
    {
        asked.Answered(asked.AnsweredAt ?? db.Actor.Now);
        db.Record(new QuestionAnswered(asked.Id, answer.Id, asked.CustomerId, about.Slug, about.NameEn, answer.Role, answer.Text));
    }

    private static async Task<IReadOnlyList<QuestionView>> Views(AppDb db, IReadOnlyList<Question> questions, bool all)
    {
        var (ids, products) = (questions.Select(q => q.Id).ToList(), questions.Select(q => q.ProductId).Distinct().ToList());
        var answers = (
            await db
                .Answers.Where(a => ids.Contains(a.QuestionId) && (all || a.State == PostState.Published))
                .OrderBy(a => a.Role == AnswererRole.Customer)
                .ThenBy(a => a.CreatedAt)
                .ThenBy(a => a.Number)
                .ToListAsync()
        ).ToLookup(a => a.QuestionId);
        var about = await db.Products.Where(p => products.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return
        [
            .. questions.Select(q =>
            {
                var product = about[q.ProductId];
                return new QuestionView(q, [.. answers[q.Id]], product.Number, product.Slug, product.Name(db.Actor.Language));
            }),
        ];
    }
}
