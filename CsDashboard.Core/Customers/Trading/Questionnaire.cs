using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

/// <summary>What a customer said about their trading at one time. Each time makes a new version; the newest counts.</summary>
public sealed class Questionnaire : ITenantOwned
{
    public const int MaxPairs = 30,
        MaxAnswers = 100;

    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid CustomerId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public int Version { get; init; }
    public TradingExperience Experience { get; init; }
    public RiskTolerance Tolerance { get; init; }

    /// <summary>BTC/USD,EUR/USD in the order in which they are preferred.</summary>
    public string PairText { get; init; } = "";

    /// <summary>Question and answer, as JSON.</summary>
    public string AnswerText { get; init; } = "{}";
    public DateTimeOffset At { get; init; }

    /// <summary>Who entered it: the customer or somebody for them.</summary>
    public string By { get; init; } = "";

    public IReadOnlyList<string> Pairs => PairText.Split(',', StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyDictionary<string, string> Answers =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(AnswerText, StoredEvent.Json)!;
    public QuestionnaireFacts Facts => new(Experience, Tolerance, PairText, AnswerText);
    public RiskAssessment Assessment => RiskAssessment.Of(Tolerance, Experience);
}
