using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <summary>One of the six topics with its three subjects, in the reader's language (contract: membership, Chat and FAQ).</summary>
public sealed record FaqCategory(string Id, string Name, string Icon, string Description, IReadOnlyList<string> Topics);
