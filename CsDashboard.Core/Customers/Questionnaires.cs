using System.Text.Json;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Customers;

/// <summary>Account and questionnaire of a trader, as rules.md 000 has them. Null leaves what is known; where nothing is, the default of the rules stands: Beginner, Medium.</summary>
public sealed class TradingProfile
{
    [Text(254, Optional = true)] public string? Email { get; set; }
    [Line(100, Optional = true)] public string? PropFirm { get; set; }
    [Line(40, Optional = true)] public string? AccountType { get; set; }
    [Amount] public decimal? AccountSize { get; set; }
    /// <summary>Beginner, Intermediate, Advanced, Expert.</summary>
    public string? Experience { get; set; }
    /// <summary>Very Low, Low, Medium, High, Very High.</summary>
    public string? RiskTolerance { get; set; }
    public IReadOnlyList<string>? PreferredPairs { get; set; }
    public IReadOnlyDictionary<string, string>? Answers { get; set; }

    internal CustomerChange Account => new() { PropFirm = PropFirm, AccountType = AccountType, AccountSize = AccountSize };
    internal bool HasQuestionnaire => Experience is not null || RiskTolerance is not null || PreferredPairs is not null || Answers is not null;

    /// <summary>Refuses what could not be kept. Sizes are those of <see cref="Questionnaire"/>.</summary>
    internal void CheckAll()
    {
        this.Checked();
        Word.Read<TradingExperience>("experience", Experience);
        Word.Read<RiskTolerance>("riskTolerance", RiskTolerance);
        if (PreferredPairs is { } pairs && (pairs.Count > Questionnaire.MaxPairs || pairs.Any(p => !IsPair(p)))) throw Refusal.Invalid("preferredPairs", Words.Of("Pairs_Bad", Questionnaire.MaxPairs));
        if (Answers is { } answers && (answers.Count > Questionnaire.MaxAnswers || answers.Any(a => !IsText(a.Key, 200) || !IsText(a.Value, 2000)))) throw Refusal.Invalid("answers", Words.Of("Answers_Bad", Questionnaire.MaxAnswers));
    }

    internal static string PairsOf(IEnumerable<string> pairs) => string.Join(',', pairs.Select(p => p.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal));

    private static bool IsPair(string? pair) => pair?.Trim() is { Length: >= 2 and <= 20 } text && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_');
    private static bool IsText(string? text, int max) => text is { Length: > 0 } && text.Length <= max && !string.IsNullOrWhiteSpace(text) && TextAttribute.CanBeStored(text);
}

/// <summary>What customers say of their trading, and what follows from it. A customer answers for themselves, staff for anybody of the company.</summary>
public sealed class Questionnaires(Store store)
{
    private const int MaxVersions = 50;

    /// <summary>
    /// Takes account and questionnaire over, each only as far as it differs: sent again, it adds nothing. A changed
    /// questionnaire is a new version; the old ones stay. An address that is not the customer's is passed over, and recorded.
    /// </summary>
    public async Task<CustomerDetail> Sync(Actor actor, Guid customerId, TradingProfile input)
    {
        actor.DemandFor(customerId, CustomerRights.Change);
        input.CheckAll();
        var address = string.IsNullOrWhiteSpace(input.Email) ? null : Emails.Normalise(input.Email);
        return await store.Write(actor, async db =>
        {
            var customer = await Customers.Find(db, customerId);
            if (address is not null && address != customer.NormalizedEmail) db.Record(new EmailChangeAttempted(customerId, customer.Name, customer.Email, input.Email!.Trim()));
            var before = customer.Facts;
            await Customers.Apply(db, customer, input.Account);
            Customers.RecordChange(db, customer, before);
            await Answer(db, customer, input);
            await db.SaveChangesAsync();
            return await CustomerLists.Detail(db, customer);
        });
    }

    /// <summary>All versions, the newest first, at most fifty.</summary>
    public async Task<IReadOnlyList<QuestionnaireView>> Versions(Actor actor, Guid customerId)
    {
        actor.DemandFor(customerId, CustomerRights.See);
        await using var db = store.Open(actor);
        return [.. (await db.Questionnaires.Where(q => q.CustomerId == customerId).OrderByDescending(q => q.Version).Take(MaxVersions).ToListAsync()).Select(ViewOf)];
    }

    /// <summary>Keeps a new version inside a write, unless it says what the last one says.</summary>
    internal static async Task Answer(AppDb db, Customer customer, TradingProfile input)
    {
        if (!input.HasQuestionnaire) return;
        var last = await Newest(db, customer.Id);
        var answers = last?.Answers.ToDictionary(a => a.Key, a => a.Value) ?? [];
        foreach (var (question, answer) in input.Answers ?? new Dictionary<string, string>()) answers[question.Trim()] = answer.Trim();
        var next = new Questionnaire
        {
            CustomerId = customer.Id, Version = (last?.Version ?? 0) + 1, At = db.Actor.Now, By = db.Actor.Name,
            Experience = Word.Read<TradingExperience>("experience", input.Experience) ?? last?.Experience ?? TradingExperience.Beginner,
            Tolerance = Word.Read<RiskTolerance>("riskTolerance", input.RiskTolerance) ?? last?.Tolerance ?? RiskTolerance.Medium,
            PairText = input.PreferredPairs is { } pairs ? TradingProfile.PairsOf(pairs) : last?.PairText ?? "",
            AnswerText = JsonSerializer.Serialize(answers, StoredEvent.Json),
        };
        if (last?.Facts == next.Facts) return;
        db.Questionnaires.Add(next);
        customer.Touch(db.Actor);
        db.Record(new QuestionnaireAnswered(customer.Id, customer.Name, next.Version, last?.Facts, next.Facts));
    }

    internal static Task<Questionnaire?> Newest(AppDb db, Guid customerId) =>
        db.Questionnaires.AsNoTracking().Where(q => q.CustomerId == customerId).OrderByDescending(q => q.Version).FirstOrDefaultAsync();

    internal static QuestionnaireView ViewOf(Questionnaire q) => new(q.Version, q.Experience, q.Tolerance, q.Pairs, q.Answers, q.At, q.By);
}
