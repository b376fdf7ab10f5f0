using CsDashboard.Foundation.Storage;
using CsDashboard.Marketplace.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Marketplace.Reviews;

// What the team does with questions.
public sealed partial class ProductQuestions
{
    private const int MaxSize = 100;

    /// <summary>After this time without an answer a ticket is opened for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>
    /// Those that wait for an answer or for somebody's decision, the oldest first; or all, the latest first. With every answer. Invalid for
    /// a malformed cursor.
    /// </summary>
    public async Task<Page<QuestionView>> Queue(Actor actor, bool open = true, string? after = null, int size = 30)
    {
        actor.Demand(MarketRights.Sell);
        var (place, count) = (Cursor.Read(after), Math.Clamp(size, 1, MaxSize));
        await using var db = store.Open(actor);
        var questions = open ? Open(db) : db.Questions;
        if (place is { } p)
            questions = open
                ? questions.Where(q => q.CreatedAt > p.At || (q.CreatedAt == p.At && q.Id > p.Id))
                : questions.Where(q => q.CreatedAt < p.At || (q.CreatedAt == p.At && q.Id < p.Id));
        questions = open
            ? questions.OrderBy(q => q.CreatedAt).ThenBy(q => q.Id)
            : questions.OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Id);
        var page = Page.Of(await questions.Take(count + 1).ToListAsync(), count, q => new(q.CreatedAt, q.Id));
        return new(await Views(db, page.Items, all: true), page.Next);
    }

    /// <summary>How many wait.</summary>
    public async Task<int> Waiting(Actor actor)
    {
        actor.Demand(MarketRights.Sell);
        await using var db = store.Open(actor);
        return await Open(db).CountAsync();
    }

    /// <summary>Publishes a question or turns it down; the same again changes nothing. NotFound.</summary>
    public Task Decide(Actor actor, int question, bool publish)
    {
        actor.Demand(MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var asked = await db.Questions.SingleOrDefaultAsync(q => q.Number == question) ?? throw Refusal.NotFound();
                var before = asked.State;
                asked.Decide(publish);
                if (asked.State != before)
                    db.Record(new PostDecided(asked.Id, null, asked.CustomerId, await NameOf(db, asked), before, asked.State));
            }
        );
    }

    /// <summary>Publishes an answer or turns it down; the same again changes nothing. NotFound.</summary>
    public Task DecideAnswer(Actor actor, int number, bool publish)
    {
        actor.Demand(MarketRights.Sell);
        return store.Write(
            actor,
            async db =>
            {
                var answer = await db.Answers.SingleOrDefaultAsync(a => a.Number == number) ?? throw Refusal.NotFound();
                var (asked, before) = (await db.Questions.SingleAsync(q => q.Id == answer.QuestionId), answer.State);
                answer.Decide(publish);
                if (answer.State == before)
                    return;
                db.Record(new PostDecided(asked.Id, answer.Id, answer.CustomerId, await NameOf(db, asked), before, answer.State));
                if (publish)
                    Tell(db, asked, answer, await db.Products.SingleAsync(p => p.Id == asked.ProductId));
                else if (!await db.Answers.AnyAsync(a => a.QuestionId == asked.Id && a.Id != answer.Id && a.State == PostState.Published))
                    asked.Answered(null);
            }
        );
    }

    /// <summary>Says of every question that nobody answered for a day that it was left, once each.</summary>
    internal Task HandOver(Actor actor) =>
        store.Write(
            actor,
            async db =>
            {
                var late = actor.Now - Patience;
                var left = await db
                    .Questions.Where(q =>
                        q.State == PostState.Published
                        && q.AnsweredAt == null
                        && q.HandedOverAt == null
                        && q.CustomerId != null
                        && q.CreatedAt <= late
                    )
                    .OrderBy(q => q.CreatedAt)
                    .Take(MaxSize)
                    .ToListAsync();
                foreach (var question in left)
                {
                    question.HandedOverAt = actor.Now;
                    db.Record(new QuestionLeft(question.Id, question.CustomerId!.Value, await NameOf(db, question), question.Text));
                }
            }
        );

    private static IQueryable<Question> Open(AppDb db)
    {
        var answers = db.Answers;
        return db.Questions.Where(q =>
            q.State == PostState.Held
            || (q.State == PostState.Published && q.AnsweredAt == null)
            || answers.Any(a => a.QuestionId == q.Id && a.State == PostState.Held)
        );
    }

    private static Task<string> NameOf(AppDb db, Question question) =>
        db.Products.Where(p => p.Id == question.ProductId).Select(p => p.NameEn).SingleAsync();
}
