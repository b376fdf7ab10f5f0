using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Knowledge;

/// <param name="Relevance">How many of the words that were asked for stand in the question, in percent.</param>
public sealed record FaqHit(Guid Id, string Slug, string Language, string Question, string Answer, string Category, int Relevance);
