using System.Text.Json;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Customers.Trading;

public sealed record QuestionnaireFacts(TradingExperience Experience, RiskTolerance Tolerance, string Pairs, string Answers);
