using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>One of the six of rules.md 002, with its three topics, in the reader's language.</summary>
public sealed record FaqCategory(string Id, string Name, string Icon, string Description, IReadOnlyList<string> Topics);
