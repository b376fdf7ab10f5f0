namespace CsDashboard.Marketplace.Reviews;

/// <summary>
/// For whom another program answers: a customer of the company, or somebody of the company by a name. People answer as who they are.
/// </summary>
public sealed record Answerer(Guid? CustomerId, AnswererRole Role, string? Name);
