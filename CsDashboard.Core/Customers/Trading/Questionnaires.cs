using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers.Trading;

/// <summary>
/// What customers say of their trading, and what follows from it. A customer answers for themselves, staff for anybody of the company.
/// </summary>
public sealed class Questionnaires(Store store)
{
    private const int MaxVersions = 50;

    /// <summary>
    /// Stores account and questionnaire, each only where it differs, so that sending it again adds nothing. A changed
    /// questionnaire is a new version; the old ones stay. An address that is not the customer's is ignored, and recorded.
    /// </summary>
    public async Task<CustomerDetail> Sync(Actor actor, Guid customerId, TradingProfile input)
    {
        actor.DemandFor(customerId, CustomerRights.Change);
        input.CheckAll();
        var address = string.IsNullOrWhiteSpace(input.Email) ? null : Emails.Normalise(input.Email);
        return await store.Write(
            actor,
            async db =>
            {
                var customer = await CustomerRecords.Find(db, customerId);
                if (address is not null && address != customer.NormalizedEmail)
                    db.Record(new EmailChangeAttempted(customerId, customer.Name, customer.Email, input.Email!.Trim()));
                var before = customer.Facts;
                await CustomerRecords.Apply(db, customer, input.Account);
                CustomerRecords.RecordChange(db, customer, before);
                await Answer(db, customer, input);
                await db.SaveChangesAsync();
                return await CustomerLists.Detail(db, customer);
            }
        );
    }

    /// <summary>All versions, the newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<QuestionnaireView>> Versions(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, CustomerRights.See);
        await using var db = store.Open(actor);
        return
        [
            .. (
                await db
                    .Questionnaires.Where(q => q.CustomerId == customerId)
                    .OrderByDescending(q => q.Version)
                    .Take(MaxVersions)
                    .ToListAsync()
            ).Select(ViewOf),
        ];
    }

    /// <summary>Keeps a new version inside a write, unless it says what the last one says.</summary>
    internal static async Task Answer(AppDb db, Customer customer, TradingProfile input)
    {
        if (!input.HasQuestionnaire)
            return;
        var last = await Newest(db, customer.Id);
        var answers = last?.Answers.ToDictionary(a => a.Key, a => a.Value) ?? [];
        foreach (var (question, answer) in input.Answers ?? new Dictionary<string, string>())
            answers[question.Trim()] = answer.Trim();
        var next = new Questionnaire
        {
            CustomerId = customer.Id,
            Version = (last?.Version ?? 0) + 1,
            At = db.Actor.Now,
            By = db.Actor.Name,
            Experience = Word.Read<TradingExperience>("experience", input.Experience) ?? last?.Experience ?? TradingExperience.Beginner,
            Tolerance = Word.Read<RiskTolerance>("riskTolerance", input.RiskTolerance) ?? last?.Tolerance ?? RiskTolerance.Medium,
            PairText = input.PreferredPairs is { } pairs ? TradingProfile.PairsOf(pairs) : last?.PairText ?? "",
            AnswerText = JsonSerializer.Serialize(answers, StoredEvent.Json),
        };
        if (last?.Facts == next.Facts)
            return;
        db.Questionnaires.Add(next);
        customer.Touch(db.Actor);
        db.Record(new QuestionnaireAnswered(customer.Id, customer.Name, next.Version, last?.Facts, next.Facts));
    }

    internal static Task<Questionnaire?> Newest(AppDb db, Guid customerId) =>
        db.Questionnaires.AsNoTracking().Where(q => q.CustomerId == customerId).OrderByDescending(q => q.Version).FirstOrDefaultAsync();

    internal static QuestionnaireView ViewOf(Questionnaire q) => new(q.Version, q.Experience, q.Tolerance, q.Pairs, q.Answers, q.At, q.By);
}
