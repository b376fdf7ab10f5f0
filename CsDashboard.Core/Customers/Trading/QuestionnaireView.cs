using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

public sealed record QuestionnaireView(
    int Version,
    TradingExperience Experience,
    RiskTolerance Tolerance,
    IReadOnlyList<string> Pairs,
    IReadOnlyDictionary<string, string> Answers,
    DateTimeOffset At,
    string By
)
{
    public RiskAssessment Assessment => RiskAssessment.Of(Tolerance, Experience);
}
